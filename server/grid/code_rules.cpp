#include "grid/code_rules.h"

#include <algorithm>
#include <cstdio>

namespace jingwei::grid {
namespace {

constexpr std::size_t kCountyDigits = 6, kTownDigits = 9, kVillageDigits = 12;
constexpr std::size_t kGridDigits18 = 18, kGridDigits15 = 15;

bool all_of(std::string_view text, bool letters_too) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (letters_too && c >= 'a' && c <= 'z');
    });
}

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

std::string digits(int value, int width) {
    char text[16];
    std::snprintf(text, sizeof text, "%0*d", width, value);
    return text;
}

Refusal refusal(std::string code, std::string field = "/code") {
    return {RefusalKind::kInvalid, std::move(code), std::move(field)};
}

std::optional<NodeKind> kind_of_digit(char digit) {
    if (digit == '1') return NodeKind::kGeneral;
    if (digit == '2') return NodeKind::kDedicated;
    return std::nullopt;
}

char digit_of_kind(NodeKind kind) { return kind == NodeKind::kDedicated ? '2' : '1'; }

std::size_t grid_digits(CodeRule rule) {
    return rule == CodeRule::kEighteenDigits ? kGridDigits18 : kGridDigits15;
}

CodeParts parts(Level level, NodeKind kind, std::string_view above, std::string_view segment) {
    return {level, kind, std::string(above), std::string(segment)};
}

std::optional<CodeParts> read_division(std::string_view code) {
    const auto kind = NodeKind::kDivision;
    switch (code.size()) {
        case kCountyDigits:
            return parts(Level::kCounty, kind, "", code);
        case kTownDigits:
            return parts(Level::kTown, kind, code.substr(0, 6), code.substr(6));
        case kVillageDigits:
            return parts(Level::kVillage, kind, code.substr(0, 9), code.substr(9));
        default:
            return std::nullopt;
    }
}

Result<CodeParts> read_eighteen(std::string_view code) {
    const auto kind = kind_of_digit(code[15]);
    if (!kind) return refusal("code_bad_kind");
    if (number(code.substr(12, 3)) == 0) return refusal("code_zero_sequence");
    const auto micro = code.substr(16);
    if (micro == "00") return parts(Level::kGrid, *kind, code.substr(0, 12), code.substr(12, 3));
    return parts(Level::kMicro, NodeKind::kMicro, std::string(code.substr(0, 16)) + "00", micro);
}

Result<CodeParts> read_fifteen(std::string_view code) {
    const auto kind = kind_of_digit(code[12]);
    if (!kind) return refusal("code_bad_kind");
    if (number(code.substr(13, 2)) == 0) return refusal("code_zero_sequence");
    if (code.size() == kGridDigits15) {
        return parts(Level::kGrid, *kind, code.substr(0, 12), code.substr(12, 3));
    }
    if (number(code.substr(15)) == 0) return refusal("code_zero_sequence");
    return parts(Level::kMicro, NodeKind::kMicro, code.substr(0, 15), code.substr(15));
}

/// May a child of `level` stand under a node of `above`?
std::optional<std::string> fault_of_level(Level above, Level level) {
    if (level == Level::kCounty || level < above) return "level_not_below_parent";
    if (level == Level::kGrid && above < Level::kVillage) return "grid_needs_village";
    if (level == Level::kMicro && above < Level::kGrid) return "level_not_below_parent";
    return std::nullopt;
}

bool kind_fits_level(NodeKind kind, Level level) {
    switch (level) {
        case Level::kGrid:
            return kind == NodeKind::kGeneral || kind == NodeKind::kDedicated;
        case Level::kMicro:
            return kind == NodeKind::kMicro;
        default:
            return kind == NodeKind::kDivision;
    }
}

Result<std::string> place_free(const Node* parent, std::string_view code) {
    if (!parent) {
        if (code.size() != kCountyDigits || !all_of(code, false)) return refusal("code_malformed");
        return std::string(code);
    }
    if (code.size() > 24 || !all_of(code, true)) return refusal("code_malformed");
    if (code.size() > parent->code.size() && code.starts_with(parent->code)) {
        code.remove_prefix(parent->code.size());
    }
    return std::string(code);
}

bool belongs_under(const CodeParts& parts, const Node* parent) {
    if (!parent) return parts.above.empty();
    return parent->code == parts.above || parent->code.starts_with(parts.above + "-");
}

}  // namespace

Result<CodeParts> read_code(CodeRule rule, std::string_view code) {
    if (code.size() > kMostCodeOctets) return refusal("code_malformed");
    const auto hyphen = code.rfind('-');
    if (hyphen != std::string_view::npos) {
        auto base = read_code(rule, code.substr(0, hyphen));
        const auto segment = code.substr(hyphen + 1);
        if (!base) return base;
        if (segment.size() > 3 || !all_of(segment, true) || base->level == Level::kCounty) {
            return refusal("code_malformed");
        }
        return parts(base->level, base->kind, code.substr(0, hyphen), segment);
    }
    code = without_padding(code);
    if (!all_of(code, false)) return refusal("code_malformed");
    if (auto division = read_division(code)) return *std::move(division);
    const std::size_t grid = grid_digits(rule);
    if (rule == CodeRule::kEighteenDigits && code.size() == grid) return read_eighteen(code);
    if (rule == CodeRule::kTownSixDigits && (code.size() == grid || code.size() == grid + 2)) {
        return read_fifteen(code);
    }
    return refusal("code_malformed");
}

std::string_view without_padding(std::string_view division) {
    if (division.size() != kVillageDigits) return division;
    if (division.ends_with("000000")) return division.substr(0, kCountyDigits);
    if (division.ends_with("000")) return division.substr(0, kTownDigits);
    return division;
}

Result<std::string> grid_code(CodeRule rule, std::string_view village, NodeKind kind,
                              int sequence) {
    const bool eighteen = rule == CodeRule::kEighteenDigits;
    if (sequence < 1 || sequence > (eighteen ? 999 : 99)) {
        return Refusal{RefusalKind::kConflict, "sequence_used_up", "/code"};
    }
    std::string code(village);
    if (eighteen) return code + digits(sequence, 3) + digit_of_kind(kind) + "00";
    return code + digit_of_kind(kind) + digits(sequence, 2);
}

Result<std::string> micro_code(CodeRule rule, std::string_view grid, int sequence) {
    if (sequence < 1 || sequence > 99) {
        return Refusal{RefusalKind::kConflict, "sequence_used_up", "/code"};
    }
    const auto base = rule == CodeRule::kEighteenDigits ? grid.substr(0, 16) : grid;
    return std::string(base) + digits(sequence, 2);
}

int free_sequence(CodeRule rule, NodeKind kind, const std::vector<std::string>& taken) {
    std::vector<bool> used(1001);
    for (const auto& code : taken) {
        const auto parts = read_code(rule, code);
        if (!parts || parts->level < Level::kGrid || code.find('-') != std::string::npos) continue;
        const bool kinds_apart = rule == CodeRule::kTownSixDigits && parts->level == Level::kGrid;
        if (kinds_apart && parts->kind != kind) continue;
        const auto sequence = kinds_apart ? parts->segment.substr(1) : parts->segment;
        used[static_cast<std::size_t>(number(sequence))] = true;
    }
    return static_cast<int>(std::find(used.begin() + 1, used.end(), false) - used.begin());
}

Result<std::string> place_under(CodeRule rule, const Node* parent, std::string_view code,
                                Level level, NodeKind kind) {
    if (parent) {
        if (auto fault = fault_of_level(parent->level, level)) return refusal(*fault, "/level");
    } else if (level != Level::kCounty) {
        return refusal("level_not_below_parent", "/level");
    }
    if (!kind_fits_level(kind, level)) return refusal("kind_not_of_level", "/kind");
    if (rule == CodeRule::kFree) return place_free(parent, code);
    const auto parts = read_code(rule, code);
    if (!parts) return parts.error();
    if (parts->level != level) return refusal("level_not_of_code", "/level");
    if (parts->kind != kind) return refusal("kind_not_of_code", "/kind");
    if (!belongs_under(*parts, parent)) return refusal("code_not_below_parent");
    return parts->segment;
}

std::optional<DivisionForm> division_form(std::string_view code) {
    if (!all_of(code, false)) return std::nullopt;
    if (code.size() == kVillageDigits) {
        const int part = number(code.substr(9));
        if (part == 0) return std::nullopt;
        return part < 200 ? DivisionForm::kResidents : DivisionForm::kVillagers;
    }
    if (code.size() != kTownDigits) return std::nullopt;
    const int part = number(code.substr(6));
    if (part == 0 || part > 599) return std::nullopt;
    if (part < 100) return DivisionForm::kStreet;
    if (part < 200) return DivisionForm::kTown;
    return part < 400 ? DivisionForm::kTownship : DivisionForm::kOtherTown;
}

}  // namespace jingwei::grid
