#include "core/dto.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <random>

#include "core/json.h"
#include "core/schema.h"

namespace jingwei::dto {
namespace {

struct Lamp;
enum class Colour { kRed, kDarkBlue };
BOOST_DESCRIBE_ENUM(Colour, kRed, kDarkBlue)

struct Spot {
    Point at;
    std::optional<Text<1, 4>> name;
};
BOOST_DESCRIBE_STRUCT(Spot, (), (at, name))

struct Note {
    Id<Lamp> id;
    Text<2, 5> title;
    Whole<1, 10> count = 1;
    std::optional<Lines<0, 20>> remark;
    std::optional<Colour> colour;
    List<Spot, 2> spots;
    bool urgent = false;
    std::optional<Time> since;
    std::optional<Day> day;
    std::optional<Json> data;
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, title, count, remark, colour, spots, urgent, since, day, data))

struct Search {
    std::optional<Text<1, 20>> q;
    List<Colour, 3> colour;
    std::optional<Whole<1, 100>> limit;
    std::optional<bool> open;
    std::optional<double> ratio;
};
BOOST_DESCRIBE_STRUCT(Search, (), (q, colour, limit, open, ratio))

struct Branch {
    std::string name;
    std::vector<Branch> twigs;
    std::map<std::string, double> weights;
};
BOOST_DESCRIBE_STRUCT(Branch, (), (name, twigs, weights))

constexpr const char* kGood = R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","title":"路灯",
    "count":3,"remark":"a\r\nb","colour":"dark_blue","spots":[{"at":{"lon":118.5,"lat":35}}],
    "urgent":true,"since":"2026-02-13T09:30:00.5+08:00","day":"2026-02-13","data":{"a":[1,2.5]}})";

/// `kGood` with `from` replaced by `to`; "field code" of every fault found in it.
std::vector<std::string> faults(std::string_view from, std::string_view to) {
    std::string text = kGood;
    text.replace(text.find(from), from.size(), to);
    const auto note = parse<Note>(text);
    std::vector<std::string> found;
    if (note) return found;
    if (note.error().faults.empty()) found.push_back(note.error().code);
    for (const auto& fault : note.error().faults)
        found.push_back(fault.field + " " + fault.code);
    return found;
}

using Found = std::vector<std::string>;

TEST(Dto, reads_every_kind_of_member) {
    const auto note = parse<Note>(kGood);
    ASSERT_TRUE(note) << note.error().code;
    EXPECT_EQ(note->title.str(), "路灯");
    EXPECT_EQ(note->remark->str(), "a\nb");
    EXPECT_EQ(note->colour, Colour::kDarkBlue);
    EXPECT_EQ(note->spots.at(0).at, (Point{118.5, 35}));
    EXPECT_FALSE(note->spots.at(0).name);
    EXPECT_EQ(rfc3339(*note->since), "2026-02-13T01:30:00.500Z");
    EXPECT_EQ(note->data->text, R"({"a":[1,2.5]})");
}

TEST(Dto, reads_back_what_it_writes) {
    const auto note = parse<Note>(kGood);
    ASSERT_TRUE(note);
    const std::string once = print(*note);
    const auto again = parse<Note>(once);
    ASSERT_TRUE(again);
    EXPECT_EQ(print(*again), once);
}

TEST(Dto, names_field_and_code_of_each_fault) {
    EXPECT_EQ(faults("\"count\":3,", ""), Found{"/count required"});
    EXPECT_EQ(faults("\"count\":3", "\"count\":0"), Found{"/count too_small"});
    EXPECT_EQ(faults("\"count\":3", "\"count\":11"), Found{"/count too_large"});
    EXPECT_EQ(faults("\"count\":3", "\"count\":3.5"), Found{"/count not_a_whole_number"});
    EXPECT_EQ(faults("\"count\":3", "\"count\":\"3\""), Found{"/count not_a_whole_number"});
    EXPECT_EQ(faults("\"count\":3", "\"count\":3,\"count\":4"), Found{"/count duplicate_field"});
    EXPECT_EQ(faults("\"count\":3", "\"count\":3,\"a/b~\":4"), Found{"/a~1b~0 unknown_field"});
    EXPECT_EQ(faults("\"count\":3", "\"count\":null"), Found{"/count not_a_whole_number"});
    EXPECT_EQ(faults("路灯", "灯"), Found{"/title too_short"});
    EXPECT_EQ(faults("路灯", " 　灯 "), Found{"/title too_short"});
    EXPECT_EQ(faults("路灯", "一二三四五六"), Found{"/title too_long"});
    EXPECT_EQ(faults("路灯", "a\\u0007b"), Found{"/title control_character"});
    EXPECT_EQ(faults("路灯", "a\\nb"), Found{"/title control_character"});
    EXPECT_EQ(faults("dark_blue", "DarkBlue"), Found{"/colour not_one_of"});
    EXPECT_EQ(faults("118.5", "181"), Found{"/spots/0/at/lon too_large"});
    EXPECT_EQ(faults("{\"at\"", "{\"name\":\"12345\",\"at\""), Found{"/spots/0/name too_long"});
    EXPECT_EQ(faults("[{\"at\"", "[{},{},{\"at\""), Found{"/spots too_many"});
    EXPECT_EQ(faults("774b", "774"), Found{"/id not_an_id"});
    EXPECT_EQ(faults("+08:00", ""), Found{"/since not_a_time"});
    EXPECT_EQ(faults("\"2026-02-13\"", "\"2026-02-30\""), Found{"/day not_a_day"});
    EXPECT_EQ(faults("true", "\"true\""), Found{"/urgent not_a_bool"});
    EXPECT_EQ(faults("{\"a\"", "{\"a\":0,\"a\""), Found{"/data duplicate_field"});
    EXPECT_EQ(faults("[1,", "[\"\\u0000\","), Found{"/data control_character"});
}

TEST(Dto, reports_all_faults_at_once) {
    const auto note = parse<Note>("{}");
    ASSERT_FALSE(note);
    EXPECT_EQ(note.error().code, "invalid_input");
    EXPECT_EQ(note.error().faults.size(), 5U);
}

TEST(Dto, refuses_what_is_no_document) {
    EXPECT_EQ(faults("true", "tru"), Found{"malformed_json"});
    EXPECT_EQ(faults("true", "1e999"), Found{"number_out_of_range"});
    EXPECT_EQ(faults("路灯", "\xC0\xAF"), Found{"invalid_utf8"});
    EXPECT_EQ(faults("路灯", "\xED\xA0\x80"), Found{"invalid_utf8"});
    EXPECT_EQ(faults("路灯", "\\ud800"), Found{"malformed_json"});
    EXPECT_EQ(parse<Note>("").error().code, "malformed_json");
    EXPECT_EQ(parse<Note>("{} {}").error().code, "malformed_json");
    EXPECT_EQ(parse<Note>("[]").error().faults.at(0).code, "not_an_object");
    EXPECT_EQ(parse<Note>(std::string(100'000, '[')).error().code, "too_deep");
}

TEST(Dto, takes_the_largest_numbers_without_harm) {
    EXPECT_EQ(parse<Note>(R"({"count":9223372036854775808})").error().faults.at(2).code,
              "not_a_whole_number");
    EXPECT_EQ(parse<Note>(R"({"count":-9223372036854775808})").error().faults.at(2).code,
              "too_small");
}

TEST(Dto, reads_a_real_as_the_nearest_double_and_writes_it_so_that_it_reads_back) {
    using Reals = std::vector<double>;
    const auto read = [](const std::string& text) { return parse<Reals>("[" + text + "]"); };
    for (const std::string text : {"9988888888888888888891", "9.988888888888889e21", "0.1",
                                   "118.61000000000001", "5e-324", "1.7976931348623157e308"}) {
        ASSERT_TRUE(read(text)) << text;
        EXPECT_EQ(read(text)->at(0), std::strtod(text.c_str(), nullptr)) << text;
    }
    EXPECT_EQ(read("1e-400")->at(0), 0.0);
    std::mt19937_64 random(7);
    for (int round = 0; round < 20'000; ++round) {
        const auto value = std::bit_cast<double>(random());
        if (!std::isfinite(value)) continue;
        const auto printed = print(Reals{value});
        EXPECT_EQ(parse<Reals>(printed)->at(0), value) << printed;
    }
}

TEST(Dto, counts_at_most_fifty_faults) {
    std::string text = "{";
    for (int at = 0; at < 500; ++at)
        text += "\"x" + std::to_string(at) + "\":1,";
    text.back() = '}';
    EXPECT_EQ(parse<Note>(text).error().faults.size(), 50U);
}

TEST(Dto, reads_a_query_string) {
    const auto search =
        parse_query<Search>("q=%E8%B7%AF+%E7%81%AF&colour=red&colour=dark_blue&limit=20&open=true");
    ASSERT_TRUE(search) << search.error().faults.at(0).field;
    EXPECT_EQ(search->q->str(), "路 灯");
    EXPECT_EQ(search->colour, (std::vector{Colour::kRed, Colour::kDarkBlue}));
    EXPECT_EQ(*search->limit, 20);
    EXPECT_EQ(search->open, true);
    ASSERT_TRUE(parse_query<Search>(""));
    EXPECT_FALSE(parse_query<Search>("q=")->q) << "an empty value stands for none";
}

TEST(Dto, refuses_a_bad_query_string) {
    EXPECT_EQ(parse_query<Search>("q=%E8%B7").error().faults.at(0).code, "invalid_utf8");
    EXPECT_EQ(parse_query<Search>("q=%E").error().code, "malformed_query");
    EXPECT_EQ(parse_query<Search>("limit=2&limit=3").error().faults.at(0).code, "duplicate_field");
    EXPECT_EQ(parse_query<Search>("ratio=nan").error().faults.at(0).code, "not_a_number");
    EXPECT_EQ(parse_query<Search>("colour=red&colour=x").error().faults.at(0).field, "/colour/1");
    EXPECT_EQ(parse_query<Search>("limit=1e1").error().faults.at(0).code, "not_a_whole_number");
}

TEST(Dto, walks_types_that_hold_themselves) {
    const auto tree = parse<Branch>(
        R"({"name":"a","twigs":[{"name":"b","twigs":[],"weights":{"x":0.1}}],"weights":{}})");
    ASSERT_TRUE(tree);
    EXPECT_EQ(print(*tree),
              R"({"name":"a","twigs":[{"name":"b","twigs":[],"weights":{"x":0.1}}],"weights":{}})");
}

TEST(Dto, never_fails_otherwise_on_damaged_input) {
    const unsigned seed = std::random_device{}();
    RecordProperty("seed", std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 20'000; ++round) {
        std::string text = kGood;
        for (unsigned hits = random() % 4 + 1; hits > 0; --hits) {
            text[random() % text.size()] = static_cast<char>(random());
        }
        const auto note = parse<Note>(text);
        EXPECT_TRUE(!note || parse<Note>(print(*note))) << "seed " << seed << ": " << text;
        (void)parse_query<Search>(text);
    }
}

TEST(Schema, names_components_after_their_types) {
    EXPECT_EQ(component_name("jingwei::cases::CaseRow"), "CaseRow");
    EXPECT_EQ(component_name("jingwei::Page<jingwei::cases::CaseRow>"), "CaseRowPage");
}

TEST(Schema, tells_what_goes_in_from_what_comes_out) {
    Schemas schemas;
    schemas.add(shape_of<Spot>(), Direction::kInput);
    schemas.add(shape_of<Page<Spot>>(), Direction::kOutput);
    EXPECT_EQ(schemas.of(shape_of<Spot>(), Direction::kInput),
              R"({"$ref":"#/components/schemas/SpotInput"})");
    const auto document = json::Document::parse(schemas.components());
    ASSERT_TRUE(document);
    std::vector<std::string_view> names;
    for (const auto* one = document->root().first; one; one = one->next)
        names.push_back(one->name);
    EXPECT_EQ(names, (std::vector<std::string_view>{"Point", "PointInput", "Spot", "SpotInput",
                                                    "SpotPage"}));
    EXPECT_NE(schemas.components().find(
                  R"("name":{"anyOf":[{"type":"string","minLength":1,"maxLength":4},)"
                  R"({"type":"null"}]}},"required":["at"],"additionalProperties":false})"),
              std::string::npos)
        << schemas.components();
}

TEST(TimeText, reads_what_rfc_3339_allows_and_nothing_else) {
    EXPECT_EQ(rfc3339(*parse_rfc3339("9999-12-31T23:59:59Z") + std::chrono::hours{1}),
              "10000-01-01T00:59:59Z");
    EXPECT_EQ(rfc3339(*parse_rfc3339("2026-02-13T09:30:00+08:00")), "2026-02-13T01:30:00Z");
    EXPECT_EQ(rfc3339(*parse_rfc3339("2026-02-13T00:00:00.1234567Z")),
              "2026-02-13T00:00:00.123456Z");
    for (const auto* text :
         {"", "2026-02-13", "2026-02-13T00:00:00", "2026-02-29T00:00:00Z", "2026-02-13T24:00:00Z",
          "2026-02-13T00:00:60Z", "2026-02-13T00:00:00.Z", "2026-02-13T00:00:00Zx",
          "1899-12-31T00:00:00Z", "1900-01-01T03:00:00+08:05", "9999-12-31T23:00:00-08:00"}) {
        EXPECT_FALSE(parse_rfc3339(text)) << text;
    }
}

}  // namespace
}  // namespace jingwei::dto
