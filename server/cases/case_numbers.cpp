#include "cases/case_numbers.h"

#include <fmt/format.h>

#include <algorithm>

#include "cases/statements.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

/// Of decimal digits, as ISO/IEC 7064 MOD 11,10 has it.
char check_digit(std::string_view digits) {
    int product = 10;
    for (const char digit : digits) {
        int sum = (product + digit - '0') % 10;
        if (sum == 0) sum = 10;
        product = sum * 2 % 11;
    }
    return static_cast<char>('0' + (11 - product) % 10);
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string case_code(std::int32_t year, std::int64_t number) {
    const std::string tail = fmt::format("{:06}", number);
    return fmt::format("{}-{}-{}", year, tail, check_digit(std::to_string(year) + tail));
}

std::int32_t year_of_code(Time at) {
    return static_cast<int>(std::chrono::year_month_day{china_day(at)}.year());
}

bool is_case_code(std::string_view text) {
    if (text.size() < 13 || text.size() > 22 || text[4] != '-') return false;
    const auto last = text.rfind('-');
    if (last != text.size() - 2 || last < 6) return false;
    const std::string digits{std::string{text.substr(0, 4)} +
                             std::string{text.substr(5, last - 5)}};
    return all_digits(digits) && text.back() == check_digit(digits);
}

std::optional<std::string> typed_case_code(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c != '-' && c != ' ') digits += c;
    }
    constexpr std::size_t kYear = 4;
    if (digits.size() < kYear + 7 || !digits.starts_with("20")) return std::nullopt;
    auto code = fmt::format("{}-{}-{}", digits.substr(0, kYear),
                            digits.substr(kYear, digits.size() - kYear - 1), digits.back());
    return is_case_code(code) ? std::optional{std::move(code)} : std::nullopt;
}

std::string CaseNumbers::next(const std::string& county, Time at) {
    const std::int32_t year = year_of_code(at);
    const std::scoped_lock lock{mutex_};
    Block& block = blocks_[{county, year}];
    if (block.next == block.end) {
        const auto first = db::in_transaction(pool_, db::Scope::whole_county(county),
                                              [&](db::Transaction& tx) -> Result<std::int64_t> {
                                                  return tx.one<std::int64_t>(sql::take_numbers,
                                                                              county, year, kBlock);
                                              });
        block = {first.value(), first.value() + kBlock};
    }
    return case_code(year, block.next++);
}

}  // namespace jingwei::cases
