#include "core/time_text.h"

#include <fmt/format.h>

#include <iterator>

namespace jingwei {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::year_month_day;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 9999;  // of four digits
constexpr Time kFirst = std::chrono::sys_days{std::chrono::year{kFirstYear} / 1 / 1};
constexpr Time kBeyond = std::chrono::sys_days{std::chrono::year{kLastYear + 1} / 1 / 1};

/// Reads from the front of a text; any failure sticks.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    int digits(std::size_t count) {
        int value = 0;
        for (std::size_t at = 0; at < count; ++at) {
            if (at >= rest_.size() || rest_[at] < '0' || rest_[at] > '9') return fail();
            value = value * 10 + (rest_[at] - '0');
        }
        rest_.remove_prefix(count);
        return value;
    }
    bool take(std::string_view any_of) {
        if (rest_.empty() || any_of.find(rest_.front()) == any_of.npos) return false;
        taken_ = rest_.front();
        rest_.remove_prefix(1);
        return true;
    }
    void expect(std::string_view any_of) {
        if (!take(any_of)) fail();
    }
    char taken() const { return taken_; }
    bool ok() const { return ok_; }
    bool done() const { return ok_ && rest_.empty(); }
    bool at_digit() const { return !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9'; }
    int fail() {
        ok_ = false;
        rest_ = {};
        return 0;
    }

private:
    std::string_view rest_;
    char taken_ = 0;
    bool ok_ = true;
};

days scan_date(Scanner& in) {
    const int year = in.digits(4);
    in.expect("-");
    const int month = in.digits(2);
    in.expect("-");
    const int day = in.digits(2);
    const year_month_day date{std::chrono::year{year},
                              std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (year < kFirstYear || !date.ok()) in.fail();
    return in.ok() ? std::chrono::local_days{date}.time_since_epoch() : days{0};
}

microseconds scan_fraction(Scanner& in) {
    if (!in.take(".")) return {};
    if (!in.at_digit()) in.fail();
    std::int64_t value = 0;
    int count = 0;
    for (; in.at_digit(); ++count) {
        const int digit = in.digits(1);
        if (count < 6) value = value * 10 + digit;
    }
    for (; count < 6; ++count)
        value *= 10;
    return microseconds{value};
}

microseconds scan_clock(Scanner& in) {
    const int hour = in.digits(2);
    in.expect(":");
    const int minute = in.digits(2);
    in.expect(":");
    const int second = in.digits(2);
    if (hour > 23 || minute > 59 || second > 59) in.fail();
    return hours{hour} + minutes{minute} + seconds{second} + scan_fraction(in);
}

minutes scan_offset(Scanner& in) {
    if (in.take("Zz")) return {};
    in.expect("+-");
    const int sign = in.taken() == '-' ? -1 : 1;
    const int hour = in.digits(2);
    in.expect(":");
    const int minute = in.digits(2);
    if (hour > 23 || minute > 59) in.fail();
    return sign * (hours{hour} + minutes{minute});
}

}  // namespace

void append_digits(std::string& out, std::int64_t number, std::size_t digits) {
    const std::size_t begin = out.size();
    out.append(digits, '0');
    for (std::size_t at = begin + digits; at > begin && number > 0; number /= 10)
        out[--at] = static_cast<char>('0' + number % 10);
}

void append_date(std::string& out, year_month_day date) {
    const int year = static_cast<int>(date.year());
    if (year < 0 || year > kLastYear) {
        fmt::format_to(std::back_inserter(out), "{:04}", year);
    } else {
        append_digits(out, year, 4);
    }
    out += '-';
    append_digits(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    append_digits(out, static_cast<unsigned>(date.day()), 2);
}

void append_clock(std::string& out, const std::chrono::hh_mm_ss<microseconds>& clock) {
    append_digits(out, clock.hours().count(), 2);
    out += ':';
    append_digits(out, clock.minutes().count(), 2);
    out += ':';
    append_digits(out, clock.seconds().count(), 2);
}

// Every answer holds dozens of moments, so this is done by hand.
std::string rfc3339(Time time) {
    const auto day = std::chrono::floor<days>(time);
    const std::chrono::hh_mm_ss clock{time - day};
    std::string text;
    text.reserve(sizeof "2026-02-13T01:30:00.123456Z");
    append_date(text, year_month_day{day});
    text += 'T';
    append_clock(text, clock);
    const auto fraction = clock.subseconds().count();
    if (fraction != 0) text += '.';
    if (fraction % 1000 != 0) {
        append_digits(text, fraction, 6);
    } else if (fraction != 0) {
        append_digits(text, fraction / 1000, 3);
    }
    return text += 'Z';
}

std::optional<Time> parse_rfc3339(std::string_view text) {
    Scanner in(text);
    const days date = scan_date(in);
    in.expect("Tt ");
    const microseconds clock = scan_clock(in);
    const minutes offset = scan_offset(in);
    if (!in.done()) return std::nullopt;
    const Time time{date + clock - offset};
    return time >= kFirst && time < kBeyond ? std::optional{time} : std::nullopt;
}

std::string day_text(Day day) {
    std::string text;
    append_date(text, year_month_day{day});
    return text;
}

std::optional<Day> parse_day(std::string_view text) {
    Scanner in(text);
    const days date = scan_date(in);
    if (!in.done()) return std::nullopt;
    return Day{date};
}

}  // namespace jingwei
