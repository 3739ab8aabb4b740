#include "grid/code_rules.h"

#include <gtest/gtest.h>

namespace jingwei::grid {
namespace {

constexpr auto k18 = CodeRule::kEighteenDigits;
constexpr auto k6 = CodeRule::kTownSixDigits;
constexpr auto kFree = CodeRule::kFree;

Node node(std::string code, Level level, NodeKind kind = NodeKind::kDivision) {
    Node made;
    made.code = std::move(code);
    made.level = level;
    made.kind = kind;
    return made;
}

const Node kCounty = node("371323", Level::kCounty);
const Node kTown = node("371323101", Level::kTown);
const Node kVillage = node("371323101204", Level::kVillage);
const Node kGroup = node("371323101204-2", Level::kVillage);
const Node kGrid18 = node("371323101204003100", Level::kGrid, NodeKind::kGeneral);
const Node kGrid6 = node("371323101204103", Level::kGrid, NodeKind::kGeneral);

std::string code_of(const Result<CodeParts>& result) { return result ? "" : result.error().code; }

TEST(ReadCode, RefusesWhatIsNoCode) {
    for (const auto rule : {k18, k6}) {
        EXPECT_EQ(code_of(read_code(rule, "")), "code_malformed");
        EXPECT_EQ(code_of(read_code(rule, "-")), "code_malformed");
        EXPECT_EQ(code_of(read_code(rule, "371323-1")), "code_malformed");
        EXPECT_EQ(code_of(read_code(rule, std::string(1'000'000, '-'))), "code_malformed");
        EXPECT_EQ(code_of(read_code(rule, "371323101204" + std::string(29, '1'))),
                  "code_malformed");
        EXPECT_EQ(code_of(read_code(rule, "37132310120400310")),
                  rule == k6 ? "code_bad_kind" : "code_malformed");
        EXPECT_EQ(code_of(read_code(rule, "37132310120400310x")), "code_malformed");
        EXPECT_EQ(code_of(read_code(rule, "371323101204-")), "code_malformed");
        EXPECT_EQ(code_of(read_code(rule, "371323101204-abcd")), "code_malformed");
        EXPECT_EQ(code_of(read_code(rule, "371323101204-A")), "code_malformed");
    }
    EXPECT_EQ(code_of(read_code(k18, "371323101204003900")), "code_bad_kind");
    EXPECT_EQ(code_of(read_code(k18, "371323101204000100")), "code_zero_sequence");
    EXPECT_EQ(code_of(read_code(k6, "371323101204300")), "code_bad_kind");
    EXPECT_EQ(code_of(read_code(k6, "371323101204100")), "code_zero_sequence");
    EXPECT_EQ(code_of(read_code(k6, "37132310120410300")), "code_zero_sequence");
}

TEST(ReadCode, ReadsDivisionsUnderEitherRuleWithAndWithoutPadding) {
    const CodeParts county{Level::kCounty, NodeKind::kDivision, "", "371323"};
    const CodeParts town{Level::kTown, NodeKind::kDivision, "371323", "101"};
    const CodeParts village{Level::kVillage, NodeKind::kDivision, "371323101", "204"};
    for (const auto rule : {k18, k6}) {
        EXPECT_EQ(*read_code(rule, "371323"), county);
        EXPECT_EQ(*read_code(rule, "371323000000"), county);
        EXPECT_EQ(*read_code(rule, "371323101"), town);
        EXPECT_EQ(*read_code(rule, "371323101000"), town);
        EXPECT_EQ(*read_code(rule, "371323101204"), village);
    }
}

TEST(ReadCode, ReadsGridsAndMicroGrids) {
    EXPECT_EQ(*read_code(k18, "371323101204003200"),
              (CodeParts{Level::kGrid, NodeKind::kDedicated, "371323101204", "003"}));
    EXPECT_EQ(*read_code(k18, "371323101204003207"),
              (CodeParts{Level::kMicro, NodeKind::kMicro, "371323101204003200", "07"}));
    EXPECT_EQ(*read_code(k6, "371323101204103"),
              (CodeParts{Level::kGrid, NodeKind::kGeneral, "371323101204", "103"}));
    EXPECT_EQ(*read_code(k6, "37132310120410307"),
              (CodeParts{Level::kMicro, NodeKind::kMicro, "371323101204103", "07"}));
}

TEST(ReadCode, ReadsWhatItMakesForEverySequenceAndKind) {
    for (const auto rule : {k18, k6}) {
        for (const auto kind : {NodeKind::kGeneral, NodeKind::kDedicated}) {
            for (int sequence = 1; sequence <= (rule == k18 ? 999 : 99); ++sequence) {
                const auto code = grid_code(rule, "371323101204", kind, sequence).value();
                const auto parts = read_code(rule, code);
                ASSERT_TRUE(parts) << code;
                EXPECT_EQ(parts->kind, kind);
                EXPECT_EQ(parts->above, "371323101204");
                EXPECT_EQ(free_sequence(rule, kind, {code}), sequence == 1 ? 2 : 1);
            }
        }
    }
}

TEST(GridCode, EndsWhereTheDigitsEnd) {
    EXPECT_EQ(*grid_code(k18, "371323101204", NodeKind::kGeneral, 3), "371323101204003100");
    EXPECT_EQ(*grid_code(k6, "371323101204", NodeKind::kGeneral, 3), "371323101204103");
    EXPECT_EQ(grid_code(k18, "371323101204", NodeKind::kGeneral, 1000).error().code,
              "sequence_used_up");
    EXPECT_EQ(grid_code(k6, "371323101204", NodeKind::kGeneral, 100).error().code,
              "sequence_used_up");
    EXPECT_EQ(micro_code(k18, kGrid18.code, 100).error().code, "sequence_used_up");
    EXPECT_EQ(*micro_code(k18, kGrid18.code, 7), "371323101204003107");
    EXPECT_EQ(*micro_code(k6, kGrid6.code, 7), "37132310120410307");
}

TEST(FreeSequence, NeverGivesACodeTwiceAndFillsHoles) {
    EXPECT_EQ(free_sequence(k18, NodeKind::kGeneral, {}), 1);
    EXPECT_EQ(free_sequence(k18, NodeKind::kGeneral, {"371323101204001100", "371323101204003200"}),
              2);
    // Under the eighteen digits all kinds share one sequence, under the six each has its own.
    EXPECT_EQ(free_sequence(k18, NodeKind::kDedicated, {"371323101204001100"}), 2);
    EXPECT_EQ(free_sequence(k6, NodeKind::kDedicated, {"371323101204101"}), 1);
    EXPECT_EQ(free_sequence(k6, NodeKind::kDedicated, {"371323101204201"}), 2);
    EXPECT_EQ(free_sequence(k18, NodeKind::kMicro, {"371323101204003101"}), 2);
    EXPECT_EQ(free_sequence(k18, NodeKind::kGeneral, {"371323101204-2"}), 1);
    // A division is no grid, and a county's six digits are no sequence.
    EXPECT_EQ(free_sequence(k18, NodeKind::kGeneral, {"371323", "371323001", "371323101001"}), 1);
}

struct Placement {
    const Node* parent;
    const char* code;
    Level level;
    NodeKind kind;
    const char* outcome;  ///< segment, or the code of the refusal
};

TEST(PlaceUnder, KnowsWhatMayStandWhere) {
    const auto division = NodeKind::kDivision, general = NodeKind::kGeneral;
    const std::vector<Placement> table{
        {nullptr, "371323", Level::kCounty, division, "371323"},
        {nullptr, "371323101", Level::kTown, division, "level_not_below_parent"},
        {&kCounty, "371323", Level::kCounty, division, "level_not_below_parent"},
        {&kCounty, "371323101", Level::kTown, division, "101"},
        {&kCounty, "371322101", Level::kTown, division, "code_not_below_parent"},
        {&kCounty, "371323101", Level::kVillage, division, "level_not_of_code"},
        {&kCounty, "371323101", Level::kTown, general, "kind_not_of_level"},
        {&kTown, "371323101204", Level::kVillage, division, "204"},
        {&kTown, "371323101204003100", Level::kGrid, general, "grid_needs_village"},
        {&kVillage, "371323101", Level::kTown, division, "level_not_below_parent"},
        {&kVillage, "371323101204003100", Level::kGrid, general, "003"},
        {&kVillage, "371323101204003200", Level::kGrid, general, "kind_not_of_code"},
        {&kVillage, "371323101205003100", Level::kGrid, general, "code_not_below_parent"},
        {&kVillage, "371323101204003101", Level::kMicro, NodeKind::kMicro,
         "level_not_below_parent"},
        {&kVillage, "371323101204-2", Level::kVillage, division, "2"},
        {&kGroup, "371323101204003100", Level::kGrid, general, "003"},
        {&kGrid18, "371323101204003107", Level::kMicro, NodeKind::kMicro, "07"},
        {&kGrid18, "371323101204004107", Level::kMicro, NodeKind::kMicro, "code_not_below_parent"},
        {&kGrid18, "371323101204003100-a", Level::kGrid, general, "a"},
    };
    for (const auto& [parent, code, level, kind, outcome] : table) {
        const auto placed = place_under(k18, parent, code, level, kind);
        EXPECT_EQ(placed ? *placed : placed.error().code, outcome) << code;
    }
}

TEST(PlaceUnder, WithoutARuleTakesWhatAPathCanHold) {
    EXPECT_EQ(*place_under(kFree, nullptr, "990001", Level::kCounty, NodeKind::kDivision),
              "990001");
    EXPECT_EQ(*place_under(kFree, &kCounty, "371323a1", Level::kTown, NodeKind::kDivision), "a1");
    EXPECT_EQ(*place_under(kFree, &kCounty, "b7", Level::kTown, NodeKind::kDivision), "b7");
    for (const char* code : {"", "B7", "b/7", "b 7", "镇", "0123456789012345678901234"}) {
        EXPECT_EQ(
            place_under(kFree, &kCounty, code, Level::kTown, NodeKind::kDivision).error().code,
            "code_malformed")
            << code;
    }
}

TEST(DivisionForm, SaysWhatTheDigitsSay) {
    EXPECT_EQ(division_form("371323001"), DivisionForm::kStreet);
    EXPECT_EQ(division_form("371323101"), DivisionForm::kTown);
    EXPECT_EQ(division_form("371323203"), DivisionForm::kTownship);
    EXPECT_EQ(division_form("371323400"), DivisionForm::kOtherTown);
    EXPECT_EQ(division_form("371323101001"), DivisionForm::kResidents);
    EXPECT_EQ(division_form("371323101200"), DivisionForm::kVillagers);
    for (const char* none : {"", "371323", "371323000", "371323600", "371323101000", "37132310x"}) {
        EXPECT_FALSE(division_form(none)) << none;
    }
}

}  // namespace
}  // namespace jingwei::grid
