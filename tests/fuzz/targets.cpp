#include "calendar/calendar_file.h"
#include "calendar/work_calendar.h"
#include "choices.h"
#include "core/csv.h"
#include "core/dto.h"
#include "core/json.h"
#include "core/octets.h"
#include "core/seal.h"
#include "core/search_words.h"
#include "core/utf8.h"
#include "fuzz.h"
#include "geo/geojson.h"
#include "grid/code_rules.h"
#include "grid/import.h"
#include "http_target.h"
#include "matter/catalogue_file.h"

namespace jingwei::fuzz {
namespace {

enum class Shade { kDark, kLight };
BOOST_DESCRIBE_ENUM(Shade, kDark, kLight)

struct Inner {
    Point point;
    std::optional<Whole<0, 9>> level;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (point, level))

/// One member of every kind that a request may hold.
struct Everything {
    Text<1, 20> line;
    std::optional<Lines<0, 40>> lines;
    std::optional<Secret<1, 8>> secret;
    std::optional<bool> truth;
    std::optional<double> real;
    std::optional<Time> at;
    std::optional<Id<Inner>> id;
    std::optional<Shade> shade;
    std::vector<Inner> inner;
    std::map<std::string, Whole<-5, 5>> map;
    std::optional<Json> any;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (line, lines, secret, truth, real, at, id, shade, inner, map, any))

/// What is read is written, and read back as the same.
void run_json(std::string_view input) {
    const auto value = dto::parse<Everything>(input);
    if (!value) {
        expect(value.error().code == "invalid_input" || value.error().faults.empty(),
               "a refusal of the walker lists its faults");
        return;
    }
    const auto printed = dto::print(*value);
    const auto again = dto::parse<Everything>(printed);
    expect(again.has_value(), "what was printed can be parsed");
    expect(dto::print(*again) == printed, "what was printed reads back the same");
}

struct Pairs {
    std::optional<Text<0, 40>> q;
    std::optional<Whole<1, 100>> limit;
    std::vector<Text<1, 10>> tag;
    std::optional<Time> at;
};
BOOST_DESCRIBE_STRUCT(Pairs, (), (q, limit, tag, at))

void run_query(std::string_view input) {
    Pairs pairs;
    (void)dto::read_query(dto::shape_of<Pairs>(), &pairs, input);
    (void)json::percent_decoded(input, true);
}

void run_csv(std::string_view input) {
    const auto rows = csv::read(input);
    (void)grid::read_import_csv(input);
    if (!rows) return;
    std::string out;
    for (const auto& row : *rows)
        csv::write_row(row.cells, out);
    const auto again = csv::read(out);
    expect(again.has_value(), "what was written as CSV can be read");
}

void run_geojson(std::string_view input) {
    (void)grid::read_import_geojson(input);
    const auto area = geo::read_area_text(input);
    if (!area) return;
    expect(geo::read_area_text(geo::write_area(*area)).has_value(),
           "an area that was written can be read");
}

void run_calendar(std::string_view input) {
    const auto file = dto::parse<calendar::CalendarFile>(input);
    if (!file) return;
    const auto years = calendar::years_of(*file);
    if (!years) return;
    // Whatever the years say, an end can be found and does not lie before its beginning.
    const calendar::WorkCalendar calendar{*years};
    const auto january = std::chrono::year{years->front().year} / std::chrono::January / 1;
    const Time begin = from_china_time(std::chrono::local_days{january});
    const auto end = calendar.due_after(begin, {.amount = 5});
    expect(end.due > begin, "a limit ends after it begins");
    expect(calendar.worked(begin, end.due) >= Time::duration::zero(),
           "no time is worked backwards");
}

void run_matters(std::string_view input) {
    if (const auto file = dto::parse<matter::CatalogueFile>(input)) {
        (void)matter::content_of(*file);
    }
}

void run_search(std::string_view input) {
    if (!utf8::length(input)) return;
    expect(search_words(input).size() <= kMostSearchWords, "the words of a text are bounded");
    expect(utf8::length(search_query(input)).has_value(), "a query is valid UTF-8");
}

/// A code that is read says where it belongs; a grid's that is made of a village's can be read.
void run_code(std::string_view input) {
    Choices choices{input};
    const auto rule = enum_values<grid::CodeRule>()[choices.below(2)];
    const auto kind = choices.below(2) == 0 ? grid::NodeKind::kGeneral : grid::NodeKind::kDedicated;
    const auto sequence = static_cast<int>(choices.below(1'200));
    const auto code = input.substr(std::min<std::size_t>(input.size(), 10));
    (void)grid::division_form(code);
    (void)grid::free_sequence(rule, kind, {std::string{code}});
    const auto parts = grid::read_code(rule, code);
    if (!parts) return;
    expect(!parts->segment.empty(), "a code has a segment of its own");
    if (parts->level != grid::Level::kVillage || code.find('-') != std::string_view::npos) return;
    const auto made = grid::grid_code(rule, code, kind, sequence);
    if (!made) return;
    const auto again = grid::read_code(rule, *made);
    expect(again.has_value(), "a code that was made can be read");
    expect(again->above == code && again->kind == kind, "a grid lies in its village");
}

void run_time(std::string_view input) {
    if (const auto time = parse_rfc3339(input))
        expect(parse_rfc3339(rfc3339(*time)) == time, "a moment that was written is the same");
    if (const auto day = parse_day(input))
        expect(parse_day(day_text(*day)) == day, "a day that was written is the same");
    if (const auto id = Uuid::parse(input))
        expect(Uuid::parse(id->text()) == id, "an id that was written is the same");
}

/// What the database or a browser brings back need not be what went there.
void run_sealed(std::string_view input) {
    static const KeyRing keys{{{1, std::string(KeyRing::kKeySize, 'k')}}};
    expect(!keys.open("fuzz", input, "there"), "nobody makes a seal by chance");
    expect(keys.open("fuzz", keys.seal("fuzz", input, "here"), "here") == input,
           "what was sealed opens");
    if (const auto octets = from_hex(input))
        expect(from_hex(to_hex(*octets)) == octets, "digits read back the same");
    if (const auto octets = from_base64url(input))
        expect(from_base64url(to_base64url(*octets)) == octets, "letters read back the same");
}

constexpr Target kTargets[]{{"http", run_http},         {"multipart", run_multipart},
                            {"json", run_json},         {"query", run_query},
                            {"csv", run_csv},           {"geojson", run_geojson},
                            {"calendar", run_calendar}, {"matters", run_matters},
                            {"code", run_code},         {"time", run_time},
                            {"sealed", run_sealed},     {"search", run_search}};

}  // namespace

std::vector<Target> targets() {
    std::vector<Target> all{std::begin(kTargets), std::end(kTargets)};
    const auto more = house_targets();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace jingwei::fuzz
