#include "calendar/calendar_file.h"
#include "core/csv.h"
#include "core/dto.h"
#include "core/json.h"
#include "core/search_words.h"
#include "core/utf8.h"
#include "fuzz.h"
#include "geo/geojson.h"
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

void run_catalogue(std::string_view input) {
    if (const auto file = dto::parse<calendar::CalendarFile>(input)) {
        (void)calendar::years_of(*file);
    }
    if (const auto file = dto::parse<matter::CatalogueFile>(input)) {
        (void)matter::content_of(*file);
    }
}

void run_search(std::string_view input) {
    if (!utf8::length(input)) return;
    expect(search_words(input).size() <= kMostSearchWords, "the words of a text are bounded");
    expect(utf8::length(search_query(input)).has_value(), "a query is valid UTF-8");
}

constexpr Target kTargets[]{{"http", run_http},
                            {"multipart", run_multipart},
                            {"json", run_json},
                            {"query", run_query},
                            {"csv", run_csv},
                            {"geojson", run_geojson},
                            {"catalogue", run_catalogue},
                            {"search", run_search}};

}  // namespace

std::span<const Target> targets() { return kTargets; }

}  // namespace jingwei::fuzz
