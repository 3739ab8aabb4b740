#include "core/time_text.h"

#include <fmt/format.h>

namespace jingwei {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::year_month_day;

constexpr int kFirstYear = 1900;

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

std::string rfc3339(Time time) {
    const auto day = std::chrono::floor<days>(time);
    const year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    auto text =
        fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                    clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    const auto fraction = clock.subseconds().count();
    if (fraction % 1000 != 0) {
        text += fmt::format(".{:06}", fraction);
    } else if (fraction != 0) {
        text += fmt::format(".{:03}", fraction / 1000);
    }
    return text + 'Z';
}

std::optional<Time> parse_rfc3339(std::string_view text) {
    Scanner in(text);
    const days date = scan_date(in);
    in.expect("Tt ");
    const microseconds clock = scan_clock(in);
    const minutes offset = scan_offset(in);
    if (!in.done()) return std::nullopt;
    return Time{date + clock - offset};
}

std::string day_text(Day day) {
    const year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Day> parse_day(std::string_view text) {
    Scanner in(text);
    const days date = scan_date(in);
    if (!in.done()) return std::nullopt;
    return Day{date};
}

}  // namespace jingwei
