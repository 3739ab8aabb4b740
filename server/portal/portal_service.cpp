#include <fmt/format.h>

#include "core/octets.h"
#include "files/resident_uploads.h"
#include "portal/grid_words.h"
#include "portal/portal.h"
#include "portal/receipt_mark.h"
#include "portal/telling.h"
#include "staff/qr_code.h"

namespace jingwei::portal {
namespace {

constexpr std::string_view kPhotoPurpose = "portal_photo";

Refusal invalid(std::string code, std::string field) {
    return {RefusalKind::kInvalid, std::move(code), std::move(field)};
}

FoundGrid found_grid(const grid::Territory& territory, const grid::Node& node) {
    return {node.code, node.name, territory.full_name(node)};
}

PublicMatter public_matter(const Matter& matter, Language language) {
    return {matter.id, name_of(matter, language), matter.emergency};
}

std::string class_name(const matter::MatterClass& of_class, Language language) {
    const bool english = language == Language::kEnglish && !of_class.name_en.empty();
    return english ? of_class.name_en : of_class.name_zh;
}

std::int64_t seconds_of(Time time) {
    return std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
}

/// A UUID that only this installation can make of the report: nobody can name another's file, and
/// the same report again names the same.
Id<File> photo_id(const KeyRing& keys, Id<Case> report, std::size_t place) {
    auto octets =
        *keys.digest(keys.current(), kPhotoPurpose, report.text() + '/' + std::to_string(place));
    octets[6] = static_cast<char>((octets[6] & 0x0f) | 0x80);
    octets[8] = static_cast<char>((octets[8] & 0x3f) | 0x80);
    const auto hex = to_hex(octets.substr(0, 16));
    return *Id<File>::parse(fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4),
                                        hex.substr(12, 4), hex.substr(16, 4), hex.substr(20)));
}

}  // namespace

Result<void> Portal::take(Doing doing, std::string_view client) {
    return limits_.take(doing, client, parts_.clock.now());
}

// ── looking ──────────────────────────────────────────────────────────────────────────────────

Result<FoundGrids> Portal::find_grids(const FindGrid& query, std::string_view client) {
    if (const auto within = take(Doing::kLook, client); !within) return within.error();
    const auto territory = parts_.grid.territory(parts_.county);
    FoundGrids found;
    if (query.lon && query.lat) {
        const auto* node = territory->at({*query.lon, *query.lat}, grid::Level::kGrid);
        if (node != nullptr) found.items.push_back(found_grid(*territory, *node));
        return found;
    }
    if (!query.q) return invalid("portal_place_needed", "/q");
    for (const auto* node : grids_of_words(*territory, query.q->str(), kMostGrids))
        found.items.push_back(found_grid(*territory, *node));
    return found;
}

Result<PublicCatalogue> Portal::catalogue(Language language, std::string_view client) {
    if (const auto within = take(Doing::kLook, client); !within) return within.error();
    const auto catalogue = parts_.matters.catalogue(parts_.county);
    const auto in_force = catalogue->in_force(parts_.clock.now());
    PublicCatalogue told;
    for (const auto& of_class : catalogue->classes()) {
        PublicClass one{class_name(of_class, language), {}};
        for (const auto* matter : in_force) {
            if (matter->class_code != of_class.code) continue;
            one.matters.push_back(public_matter(*matter, language));
        }
        if (!one.matters.empty()) told.classes.push_back(std::move(one));
    }
    return told;
}

Result<PublicSuggestions> Portal::suggestions(const PublicSuggest& body, Language language,
                                              std::string_view client) {
    if (const auto within = take(Doing::kLook, client); !within) return within.error();
    const auto catalogue = parts_.matters.catalogue(parts_.county);
    PublicSuggestions found;
    for (const auto& one :
         matter::suggest(*catalogue, body.text.str(), parts_.clock.now(), kMostSuggestions)) {
        found.items.push_back(public_matter(*one.matter, language));
    }
    return found;
}

// ── reporting ────────────────────────────────────────────────────────────────────────────────

Result<Id<Matter>> Portal::matter_of(const ResidentReport& body) const {
    if (body.matter) return *body.matter;
    const auto catalogue = parts_.matters.catalogue(parts_.county);
    const auto best = matter::suggest(*catalogue, body.description.str(), parts_.clock.now(), 1);
    if (best.empty()) return invalid("portal_matter_needed", "/matter");
    return best.front().matter->id;
}

Result<cases::ReportCase> Portal::case_of(const ResidentReport& body) const {
    if (body.lon.has_value() != body.lat.has_value()) return invalid("portal_place_needed", "/lat");
    const bool has_point = body.lon.has_value();
    if (!has_point && !body.grid && !body.address) {
        return invalid("portal_place_needed", "/address");
    }
    const auto matter = matter_of(body);
    if (!matter) return matter.error();
    cases::ReportCase made;
    made.id = body.id;
    made.step_id = body.step_id;
    made.channel = cases::Channel::kResident;
    made.matter = *matter;
    made.description = body.description.str();
    if (has_point) made.point = Point{*body.lon, *body.lat};
    if (body.address) made.address = body.address->str();
    if (body.grid) {
        const auto* node = parts_.grid.territory(parts_.county)->by_code(body.grid->str());
        if (node == nullptr) return invalid("portal_grid_unknown", "/grid");
        made.path = node->path;
    }
    if (body.name || body.phone) {
        cases::ReporterBody reporter;
        if (body.name) reporter.name = body.name->str();
        if (body.phone) reporter.phone = body.phone->str();
        made.reporter = std::move(reporter);
    }
    return made;
}

Result<cases::Files> Portal::keep_photos(const ResidentReport& body,
                                         std::vector<http::UploadedFile>& photos) const {
    auto scope = db::Scope::nobody(parts_.county);
    scope.account = cases::residents();
    scope.duty = files::kOfResidents;
    cases::Files kept;
    for (std::size_t place = 0; place < photos.size(); ++place) {
        const auto id = photo_id(parts_.keys, body.id, place);
        const auto one = parts_.files.take_in(scope, id, "photo.jpg", photos[place].path());
        if (!one) return one.error();
        if (!one->width) return invalid("portal_photo_no_photo", "/photo");
        kept.push_back(id);
    }
    return kept;
}

ReceiptView Portal::receipt_of(const cases::ResidentReceipt& given) const {
    Promise promise{parts_.county, given.code, seconds_of(given.received_at), {}};
    if (given.answer_due_at) promise.by = seconds_of(*given.answer_due_at);
    ReceiptView receipt{
        given.code, given.received_at, given.answer_due_at, receipt_mark(parts_.keys, promise), {},
        {}};
    receipt.url = fmt::format(
        "{}/portal/receipt?code={}&at={}{}&mark={}", parts_.public_url, given.code, promise.at,
        promise.by ? fmt::format("&by={}", *promise.by) : std::string{}, receipt.mark);
    receipt.qr_svg = staff::qr_svg(receipt.url);
    return receipt;
}

Result<ReceiptView> Portal::report(const ResidentReport& body,
                                   std::vector<http::UploadedFile>& photos,
                                   std::string_view client) {
    if (const auto within = take(Doing::kReport, client); !within) return within.error();
    auto made = case_of(body);
    if (!made) return made.error();
    auto kept = keep_photos(body, photos);
    if (!kept) return kept.error();
    if (!kept->empty()) made->files = *std::move(kept);
    const auto given = parts_.cases.report_of_resident(parts_.county, *made);
    if (!given) return given.error();
    return receipt_of(*given);
}

Result<ReceiptChecked> Portal::check(const CheckReceipt& query, std::string_view client) {
    if (const auto within = take(Doing::kLook, client); !within) return within.error();
    Promise promise{parts_.county, query.code.str(), query.at.value(), {}};
    if (query.by) promise.by = query.by->value();
    return ReceiptChecked{is_receipt_mark(parts_.keys, promise, query.mark.str())};
}

// ── following ────────────────────────────────────────────────────────────────────────────────

ToldCase Portal::told_of(const cases::FollowedCase& followed, Language language) const {
    const auto catalogue = parts_.matters.catalogue(parts_.county);
    return told(followed, catalogue->find(followed.record.matter_id), language);
}

Result<cases::FollowedCase> Portal::followed(const Shown& shown, std::string_view client) {
    if (const auto within = take(Doing::kFollow, client); !within) return within.error();
    const auto code = cases::typed_case_code(shown.code.str()).value_or(shown.code.str());
    const auto tried = limits_.try_code(code, client, parts_.clock.now());
    if (!tried) return tried.error();
    auto found = parts_.cases.followed(parts_.county, code, shown.tail.str());
    if (!found) return Refusal{RefusalKind::kNotFound, "portal_not_found"};
    limits_.was_right(code, client);
    return *std::move(found);
}

Result<ToldCase> Portal::follow(const Shown& shown, Language language, std::string_view client) {
    const auto found = followed(shown, client);
    if (!found) return found.error();
    return told_of(*found, language);
}

Result<ToldCase> Portal::take_step(const Shown& shown, const cases::StepInput& input,
                                   Language language, std::string_view client) {
    const auto found = followed(shown, client);
    if (!found) return found.error();
    const auto taken = parts_.cases.step_of_resident(parts_.county, found->record.id, input);
    if (!taken) return taken.error();
    const auto after = parts_.cases.followed(parts_.county, found->record.code, shown.tail.str());
    return told_of(after ? *after : *found, language);
}

Result<ToldCase> Portal::judge(const Judge& body, Language language, std::string_view client) {
    using cases::Verdict;
    cases::StepInput input;
    input.action = cases::Action::kFollowUp;
    input.step_id = body.step_id;
    input.expected_step = static_cast<std::int32_t>(body.expected_step.value());
    input.solved = body.solved ? Verdict::kYes : Verdict::kNo;
    input.satisfied = body.satisfied ? Verdict::kYes : Verdict::kNo;
    if (body.note) input.text = body.note->str();
    return take_step(body, input, language, client);
}

Result<ToldCase> Portal::reopen(const Reopen& body, Language language, std::string_view client) {
    cases::StepInput input;
    input.action = cases::Action::kReopen;
    input.step_id = body.step_id;
    input.expected_step = static_cast<std::int32_t>(body.expected_step.value());
    input.text = body.text.str();
    return take_step(body, input, language, client);
}

}  // namespace jingwei::portal
