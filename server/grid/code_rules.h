#pragma once

#include <boost/describe/enum.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "grid/node.h"

namespace jingwei::grid {

/// What a code may measure, as the table of the territory has it.
inline constexpr std::size_t kMostCodeOctets = 40;

/// How the codes of a county's grids are made. Divisions are the same under every rule: 6 digits
/// for a county, 9 for a town, 12 for a village, as the state gives them.
enum class CodeRule {
    /// 18 digits: village (12), sequence in the village (3), kind (1), micro-grid (2, 00 for the
    /// grid itself): 371323101204 003 1 00.
    kEighteenDigits,
    /// 15 digits, of which people use the last 6: town (9), village (3), kind (1), sequence among
    /// the grids of that kind in the village (2): 371323101 204 1 03. A micro-grid adds two more.
    kTownSixDigits,
    /// No rule: 1 to 24 of 0-9 a-z, below a county given by the state. For places whose codes come
    /// from elsewhere.
    kFree,
};
BOOST_DESCRIBE_ENUM(CodeRule, kEighteenDigits, kTownSixDigits, kFree)

/// What a code says by itself. A node that stands under one of its own level (a village group
/// inside a village) has that one's code, a hyphen, and one to three of 0-9 a-z.
struct CodeParts {
    Level level;
    NodeKind kind;
    std::string above;    ///< code of the node that it belongs under; empty for a county
    std::string segment;  ///< its own segment of the path

    friend bool operator==(const CodeParts&, const CodeParts&) = default;
};

/// Reads a code under a rule; a twelve-digit division padded with zeros (371323101000) is read as
/// what it means. Refuses code_malformed, code_bad_kind (no such kind digit), code_zero_sequence.
/// Not for kFree, whose codes say nothing by themselves.
Result<CodeParts> read_code(CodeRule rule, std::string_view code);

/// "371323101000" → "371323101"; anything else as it is.
std::string_view without_padding(std::string_view division);

/// The code of the grid with that number in that village (12 digits), or of the micro-grid in that
/// grid. Refuses sequence_used_up when `sequence` does not fit (999 or 99 grids, 99 micro-grids).
Result<std::string> grid_code(CodeRule rule, std::string_view village, NodeKind kind, int sequence);
Result<std::string> micro_code(CodeRule rule, std::string_view grid, int sequence);

/// The lowest sequence for a new child of that kind that no code in `taken` (codes of all nodes
/// that ever stood there: a code is never given twice) uses.
int free_sequence(CodeRule rule, NodeKind kind, const std::vector<std::string>& taken);

/// The segment of the path by which `code` goes under `parent`; checks that it belongs there and
/// that a child of `level` may stand under `parent` at all. A county has no parent.
/// Refuses code_malformed, code_not_below_parent, level_not_below_parent, grid_needs_village,
/// kind_not_of_level, kind_not_of_code, level_not_of_code; field "/code", "/level" or "/kind".
Result<std::string> place_under(CodeRule rule, const Node* parent, std::string_view code,
                                Level level, NodeKind kind);

/// What the digits of a division code say about the sort of town or village.
enum class DivisionForm {
    kStreet,     ///< 街道, 001–099
    kTown,       ///< 镇, 100–199
    kTownship,   ///< 乡, 200–399
    kOtherTown,  ///< farms, development zones and so on, 400–599
    kResidents,  ///< 居委会, 001–199
    kVillagers,  ///< 村委会, from 200
};

/// Nothing for a county or what is no division of 9 or 12 digits.
std::optional<DivisionForm> division_form(std::string_view code);

}  // namespace jingwei::grid
