#include "staff/roster_table.h"

#include <charconv>
#include <vector>

namespace jingwei::staff::table {

namespace {

// The signs in UTF-8.
constexpr std::string_view kYear = "\xE5\xB9\xB4";
constexpr std::string_view kMonth = "\xE6\x9C\x88";
constexpr std::string_view kDay = "\xE6\x97\xA5";
constexpr std::array<std::string_view, 6> kMarks{"-", "/", ".", kYear, kMonth, kDay};

}  // namespace

std::optional<Day> read_day(std::string_view text) {
    std::vector<int> numbers;
    for (std::size_t at = 0; at < text.size() && numbers.size() < 4;) {
        int number = 0;
        const char* from = text.data() + at;
        const auto [end, fault] = std::from_chars(from, text.data() + text.size(), number);
        if (fault != std::errc{} || number < 0) return std::nullopt;
        numbers.push_back(number);
        at += static_cast<std::size_t>(end - from);
        const auto rest = text.substr(at);
        const bool signed_next = rest.size() > 1 && rest[1] == '-';
        if (signed_next) return std::nullopt;
        for (const std::string_view mark : kMarks) {
            if (!rest.starts_with(mark)) continue;
            at += mark.size();
            break;
        }
        if (at == text.size() - rest.size() && !rest.empty()) return std::nullopt;
    }
    if (numbers.size() != 3 || numbers[0] < 1900 || numbers[0] > 2199) return std::nullopt;
    if (numbers[1] > 12 || numbers[2] > 31) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{numbers[0]},
                                           std::chrono::month(static_cast<unsigned>(numbers[1])),
                                           std::chrono::day(static_cast<unsigned>(numbers[2]))};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

}  // namespace jingwei::staff::table
