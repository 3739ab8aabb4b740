#include <fmt/format.h>

#include <cmath>

#include "core/octets.h"
#include "files/resident_uploads.h"
#include "portal/portal.h"
#include "portal/receipt_mark.h"
#include "portal/telling.h"
#include "staff/qr_code.h"

namespace jingwei::portal {
namespace {

constexpr std::string_view kPhotoPurpose = "portal_photo";
constexpr std::string_view kTailPurpose = "portal_tail";
constexpr double kMostLon = 180;
constexpr double kMostLat = 90;

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

/// What is no number is not within either.
Result<std::optional<Point>> point_of(std::optional<double> lon, std::optional<double> lat) {
    if (!lon && !lat) return std::optional<Point>{};
    if (!lon) return invalid("portal_place_needed", "/lon");
    if (!lat) return invalid("portal_place_needed", "/lat");
    if (!(std::abs(*lon) <= kMostLon)) return invalid("portal_place_impossible", "/lon");
    if (!(std::abs(*lat) <= kMostLat)) return invalid("portal_place_impossible", "/lat");
    return std::optional{Point{*lon, *lat}};
}

/// Stands for a tail in the memory of the limits, and tells it to nobody.
std::string tail_key(const KeyRing& keys, const std::string& county, const std::string& tail) {
    return to_hex(*keys.digest(keys.current(), kTailPurpose, county + '/' + tail)).substr(0, 32);
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
    const auto point = point_of(query.lon, query.lat);
    if (!point) return point.error();
    const auto territory = parts_.grid.territory(parts_.county);
    FoundGrids found;
    if (*point) {
        const auto* node = territory->at({(*point)->lon, (*point)->lat}, grid::Level::kGrid);
        if (node != nullptr) found.items.push_back(found_grid(*territory, *node));
        return found;
    }
    if (!query.q) return invalid("portal_place_needed", "/q");
    const auto words = words_.of(territory);
    for (const auto* node : words->find(query.q->str(), kMostGrids))
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
    const auto point = point_of(body.lon, body.lat);
    if (!point) return point.error();
    if (!*point && !body.grid && !body.address) {
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
    made.point = *point;
    if (body.address) made.address = body.address->str();
    if (body.grid) {
        const auto* node = parts_.grid.territory(parts_.county)->by_code(body.grid->str());
        if (node == nullptr) return invalid("portal_grid_unknown", "/grid");
        made.path = node->path;
    }
    if (body.name || body.phone) {
        cases::ReporterBody reporter;
        if (body.name) reporter.name = body.name->str();
        if (body.phone) {
            auto phone = cases::typed_phone(body.phone->str());
            if (!phone) return invalid("portal_phone_impossible", "/phone");
            reporter.phone = *std::move(phone);
        }
        made.reporter = std::move(reporter);
    }
    return made;
}

Result<cases::Files> Portal::keep_photos(const ResidentReport& body,
                                         std::vector<http::UploadedFile>& photos) const {
    auto scope = db::Scope::nobody(parts_.county);
    scope.account = cases::residents();
    scope.duty = files::kOfResidents;
    for (const auto& photo : photos) {
        if (!parts_.files.is_photo(photo.path())) return invalid("portal_photo_no_photo", "/photo");
    }
    cases::Files kept;
    for (std::size_t place = 0; place < photos.size(); ++place) {
        const auto id = photo_id(parts_.keys, body.id, place);
        const auto one = parts_.files.take_in(scope, id, "photo.jpg", photos[place].path());
        // The report matters more than its photos.
        if (!one && one.error().code == "files_too_many_today") break;
        if (!one) return one.error();
        kept.push_back(id);
    }
    return kept;
}

ReceiptView Portal::receipt_of(const cases::ResidentReceipt& given) const {
    Promise promise{parts_.county, given.code, seconds_of(given.received_at), {}};
    if (given.answer_due_at) promise.by = seconds_of(*given.answer_due_at);
    ReceiptView receipt{given.code,
                        given.received_at,
                        given.answer_due_at,
                        receipt_mark(parts_.keys, promise),
                        {},
                        {},
                        0};
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
    const auto taken = parts_.cases.would_take_of_resident(parts_.county, *made);
    if (!taken) return taken.error();
    auto kept = keep_photos(body, photos);
    if (!kept) return kept.error();
    const auto left_out = photos.size() - kept->size();
    if (!kept->empty()) made->files = *std::move(kept);
    const auto given = parts_.cases.report_of_resident(parts_.county, *made);
    if (!given) return given.error();
    auto receipt = receipt_of(*given);
    receipt.photos_left_out = static_cast<std::int32_t>(left_out);
    return receipt;
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

bool Portal::has_receipt(const Shown& shown, const std::string& code) const {
    if (!shown.receipt) return false;
    Promise promise{parts_.county, code, shown.receipt->at.value(), {}};
    if (shown.receipt->by) promise.by = shown.receipt->by->value();
    return is_receipt_mark(parts_.keys, promise, shown.receipt->mark.str());
}

Result<cases::FollowedCase> Portal::followed(const Shown& shown, std::string_view client) {
    const auto now = parts_.clock.now();
    const auto code = cases::typed_case_code(shown.code.str()).value_or(shown.code.str());
    const bool with_receipt = has_receipt(shown, code);
    const auto within = with_receipt ? limits_.take_with_receipt(code, now)
                                     : limits_.take(Doing::kFollow, client, now);
    if (!within) return within.error();
    const auto tail = cases::number_of(shown.tail.str());
    const auto key = tail_key(parts_.keys, parts_.county, tail);
    const Try tried{code, key, client, with_receipt};
    if (const auto may = limits_.try_code(tried, now); !may) return may.error();
    auto found = parts_.cases.followed(parts_.county, code, tail);
    if (!found) return Refusal{RefusalKind::kNotFound, "portal_not_found"};
    limits_.was_right(tried);
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
