#include "matter/catalogue_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/json.h"
#include "matter/data.h"

namespace jingwei::matter {

struct RefusedTopic {
    std::string topic;
    std::vector<std::string> words;
};
BOOST_DESCRIBE_STRUCT(RefusedTopic, (), (topic, words))

struct RefusedTopics {
    std::vector<RefusedTopic> topics;
};
BOOST_DESCRIBE_STRUCT(RefusedTopics, (), (topics))

namespace {

using Faults = std::optional<Refusal>;

Refusal fault(std::string code, std::string field, Details details = {}) {
    return {RefusalKind::kInvalid, std::move(code), std::move(field), std::move(details)};
}

std::string lower(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

bool is_code(std::string_view text) {
    return text.find_first_not_of(
               "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-") ==
           std::string_view::npos;
}

Faults fault_of_code(std::string_view code) {
    if (is_code(code)) return std::nullopt;
    return fault("matter_code_malformed", "/code");
}

Faults fault_of_words(std::string_view text, std::string field) {
    const auto found = refused_word(text);
    if (!found) return std::nullopt;
    return fault("matter_refused_by_design", std::move(field),
                 {{"word", found->word}, {"topic", found->topic}});
}

Faults fault_of_form(const Json& form) {
    const auto parsed = json::Document::parse(form.text);
    if (!parsed || parsed->root().kind != json::Kind::kObject) {
        return fault("matter_form_not_a_schema", "/form");
    }
    for (const auto* member = parsed->root().first; member != nullptr; member = member->next) {
        if (member->name == "type" && member->text == "object") {
            return fault_of_words(form.text, "/form");
        }
    }
    return fault("matter_form_not_a_schema", "/form");
}

Result<std::vector<StageLimit>> limits_of(const std::vector<FileLimit>& files) {
    std::vector<StageLimit> limits;
    std::set<std::pair<LimitStage, std::string>> met;
    for (std::size_t number = 0; number < files.size(); ++number) {
        const auto& one = files[number];
        const std::string unit = one.unit ? one.unit->str() : "";
        if (!calendar::checked(one.limit)) {
            return fault("calendar_limit_out_of_range",
                         fmt::format("/limits/{}/limit/amount", number));
        }
        if (!met.emplace(one.stage, unit).second) {
            return fault("matter_limit_twice", fmt::format("/limits/{}/stage", number));
        }
        limits.push_back({one.stage, one.unit ? std::optional{unit} : std::nullopt, one.limit});
    }
    return limits;
}

Result<std::vector<Responsible>> responsible_of(const std::vector<FileUnit>& files) {
    std::vector<Responsible> units;
    std::set<std::pair<grid::Level, std::string>> met;
    for (std::size_t number = 0; number < files.size(); ++number) {
        const auto& one = files[number];
        if (!met.emplace(one.level, one.unit.str()).second) {
            return fault("matter_unit_twice", fmt::format("/responsible/{}/unit", number));
        }
        units.push_back({one.level, one.unit, one.lead.value_or(true)});
    }
    return units;
}

Faults fault_of_texts(const FileMatter& file) {
    if (auto found = fault_of_code(file.code.str())) return found;
    if (auto found = fault_of_words(file.name_zh.str(), "/name_zh")) return found;
    if (file.name_en) {
        if (auto found = fault_of_words(file.name_en->str(), "/name_en")) return found;
    }
    if (file.keywords) {
        for (std::size_t number = 0; number < file.keywords->size(); ++number) {
            auto found =
                fault_of_words((*file.keywords)[number].str(), fmt::format("/keywords/{}", number));
            if (found) return found;
        }
    }
    return file.form ? fault_of_form(*file.form) : std::nullopt;
}

template <class T>
std::string text_of(const std::optional<T>& text) {
    return text ? text->str() : std::string{};
}

Matter plain(const FileMatter& file, std::string_view class_code, std::string_view subclass_code) {
    Matter matter;
    matter.code = file.code;
    matter.class_code = class_code;
    matter.subclass_code = subclass_code;
    matter.name_zh = file.name_zh;
    matter.name_en = text_of(file.name_en);
    matter.guidance_zh = text_of(file.guidance_zh);
    matter.guidance_en = text_of(file.guidance_en);
    matter.bearing = file.bearing.value_or(matter.bearing);
    matter.funding = file.funding.value_or(matter.funding);
    matter.severity = file.severity.value_or(matter.severity);
    matter.evidence = file.evidence.value_or(matter.evidence);
    matter.grid_may_close = file.grid_may_close.value_or(false);
    matter.is_public = file.is_public.value_or(true);
    matter.emergency = file.emergency.value_or(false);
    if (file.keywords) matter.keywords.assign(file.keywords->begin(), file.keywords->end());
    matter.form = file.form;
    return matter;
}

/// Adds the place of a part to a refusal that points into it.
Refusal within(std::string_view place, Refusal refusal) {
    refusal.field = std::string{place} + refusal.field;
    return refusal;
}

/// What a catalogue gathers while its file is walked.
struct Gathering {
    CatalogueContent content;
    std::set<std::string, std::less<>> class_codes, subclass_codes, matter_codes;

    template <class Part>
    Faults enter(const Part& part, std::set<std::string, std::less<>>& codes) {
        if (auto found = fault_of_code(part.code.str())) return found;
        if (!codes.insert(part.code.str()).second) return fault("matter_code_twice", "/code");
        return fault_of_words(part.name_zh.str(), "/name_zh");
    }

    Faults add(const FileSubclass& file, const std::string& class_code) {
        if (auto found = enter(file, subclass_codes)) return found;
        const auto position = static_cast<std::int32_t>(content.subclasses.size());
        content.subclasses.push_back(
            {file.code, class_code, file.name_zh, text_of(file.name_en), position});
        for (std::size_t number = 0; number < file.matters.size(); ++number) {
            const auto place = fmt::format("/matters/{}", number);
            auto matter = checked(file.matters[number], class_code, file.code.str());
            if (!matter) return within(place, matter.error());
            if (!matter_codes.insert(matter->code).second) {
                return fault("matter_code_twice", place + "/code");
            }
            content.matters.push_back(std::move(*matter));
        }
        return std::nullopt;
    }

    Faults add(const FileClass& file) {
        if (auto found = enter(file, class_codes)) return found;
        const auto position = static_cast<std::int32_t>(content.classes.size());
        content.classes.push_back({file.code, file.name_zh, text_of(file.name_en), position});
        for (std::size_t number = 0; number < file.subclasses.size(); ++number) {
            auto found = add(file.subclasses[number], file.code.str());
            if (found) return within(fmt::format("/subclasses/{}", number), std::move(*found));
        }
        return std::nullopt;
    }
};

}  // namespace

Result<Matter> checked(const FileMatter& file, std::string_view class_code,
                       std::string_view subclass_code) {
    if (auto found = fault_of_texts(file)) return *found;
    Matter matter = plain(file, class_code, subclass_code);
    if (matter.grid_may_close && matter.bearing != Bearing::kBears) {
        return fault("matter_close_needs_bearing", "/grid_may_close");
    }
    auto units = responsible_of(file.responsible.value_or(List<FileUnit, 30>{}));
    if (!units) return units.error();
    auto limits = limits_of(file.limits.value_or(List<FileLimit, 40>{}));
    if (!limits) return limits.error();
    matter.responsible = std::move(*units);
    matter.limits = std::move(*limits);
    return matter;
}

Result<CatalogueContent> content_of(const CatalogueFile& file) {
    Gathering gathering;
    auto limits = limits_of(file.limits.value_or(List<FileLimit, 10>{}));
    if (!limits) return limits.error();
    for (std::size_t number = 0; number < file.classes.size(); ++number) {
        auto found = gathering.add(file.classes[number]);
        if (found) return within(fmt::format("/classes/{}", number), std::move(*found));
    }
    if (gathering.content.matters.size() > kMostMatters) {
        return Refusal{RefusalKind::kTooLarge, "matter_catalogue_too_large", "/classes"};
    }
    gathering.content.title = file.title;
    gathering.content.source = file.source;
    gathering.content.limits = std::move(*limits);
    return std::move(gathering.content);
}

FileMatter file_of(const Matter& matter) {
    FileMatter file{matter.code, matter.name_zh, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {},
                    {},          matter.form};
    file.name_en = matter.name_en;
    file.guidance_zh = matter.guidance_zh;
    file.guidance_en = matter.guidance_en;
    file.bearing = matter.bearing;
    file.funding = matter.funding;
    file.severity = matter.severity;
    file.evidence = matter.evidence;
    file.grid_may_close = matter.grid_may_close;
    file.is_public = matter.is_public;
    file.emergency = matter.emergency;
    file.keywords.emplace().assign(matter.keywords.begin(), matter.keywords.end());
    auto& units = file.responsible.emplace();
    for (const auto& one : matter.responsible)
        units.push_back({one.level, one.unit, one.lead});
    auto& limits = file.limits.emplace();
    for (const auto& one : matter.limits) {
        FileLimit limit{one.stage, {}, one.limit};
        if (one.unit) limit.unit = *one.unit;
        limits.push_back(std::move(limit));
    }
    return file;
}

std::optional<RefusedWord> refused_word(std::string_view text) {
    static const auto topics = dto::parse<RefusedTopics>(data::refused).value().topics;
    const auto searched = lower(text);
    for (const auto& [topic, words] : topics) {
        for (const auto& word : words) {
            if (searched.find(word) != std::string::npos) return RefusedWord{topic, word};
        }
    }
    return std::nullopt;
}

const CatalogueFile& shipped_catalogue() {
    static const auto file = dto::parse<CatalogueFile>(data::default_catalogue).value();
    return file;
}

}  // namespace jingwei::matter
