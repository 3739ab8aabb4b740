#include "db/codec.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/time_text.h"

namespace jingwei::db {
namespace {

// From pg_type.dat; these never change.
constexpr TypeId kBool = 16, kBytea = 17, kName = 19, kInt8 = 20, kInt2 = 21, kInt4 = 23,
                 kText = 25, kJson = 114, kFloat4 = 700, kFloat8 = 701, kChar = 1042,
                 kVarchar = 1043, kDate = 1082, kTimestamptz = 1184, kNumeric = 1700, kUuid = 2950,
                 kJsonb = 3802;

struct ArrayType {
    TypeId array, element;
};
constexpr ArrayType kArrays[] = {
    {1000, kBool}, {1001, kBytea},   {1003, kName}, {1016, kInt8},        {1005, kInt2},
    {1007, kInt4}, {1009, kText},    {199, kJson},  {1021, kFloat4},      {1022, kFloat8},
    {1014, kChar}, {1015, kVarchar}, {1182, kDate}, {1185, kTimestamptz}, {1231, kNumeric},
    {2951, kUuid}, {3807, kJsonb},
};

template <class... Types>
bool one_of(TypeId type, Types... types) {
    return ((type == types) || ...);
}

/// Reads digits from the front of a text, field by field.
class Digits {
public:
    Digits(std::string_view text, std::string_view what) : text_(text), rest_(text), what_(what) {}

    int number(std::size_t digits) {
        int value = 0;
        if (rest_.size() < digits) fail();
        for (std::size_t at = 0; at < digits; ++at) {
            const int digit = rest_[at] - '0';
            if (digit < 0 || digit > 9) fail();
            value = value * 10 + digit;
        }
        rest_.remove_prefix(digits);
        return value;
    }
    void skip(char expected) {
        if (!next_is(expected)) fail();
        rest_.remove_prefix(1);
    }
    bool next_is(char c) const { return !rest_.empty() && rest_.front() == c; }
    bool next_is_digit() const {
        return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9';
    }
    void end() const {
        if (!rest_.empty()) fail();
    }
    [[noreturn]] void fail() const { refuse_text(what_, text_); }

private:
    std::string_view text_, rest_, what_;
};

std::chrono::year_month_day read_date(Digits& digits) {
    const std::chrono::year year{digits.number(4)};
    digits.skip('-');
    const auto month = static_cast<unsigned>(digits.number(2));
    digits.skip('-');
    return year / month / static_cast<unsigned>(digits.number(2));
}

int read_micros(Digits& digits) {
    int micros = 0, scale = 100'000;
    for (; digits.next_is_digit(); scale /= 10) {
        if (scale == 0) digits.fail();
        micros += digits.number(1) * scale;
    }
    return micros;
}

int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

void append_known_date(std::string& out, std::chrono::year_month_day date) {
    if (!date.ok() || date.year() < std::chrono::year{1} || date.year() > std::chrono::year{9999}) {
        throw std::invalid_argument("a date outside the years 1 to 9999");
    }
    append_date(out, date);
}

/// Takes one element off the front of `rest`, which begins behind a '{' or ','.
std::optional<std::string> take_element(std::string_view& rest, std::string_view whole) {
    std::string element;
    if (!rest.starts_with('"')) {
        const auto end = std::min(rest.find_first_of(",}"), rest.size());
        element = rest.substr(0, end);
        rest.remove_prefix(end);
        return element == "NULL" ? std::nullopt : std::optional{element};
    }
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
        if (rest.front() == '\\') rest.remove_prefix(1);
        if (rest.empty()) break;
        element += rest.front();
        rest.remove_prefix(1);
    }
    if (rest.empty()) refuse_text("an array", whole);
    rest.remove_prefix(1);
    return element;
}

}  // namespace

void refuse_text(std::string_view what, std::string_view text) {
    // What it holds may be somebody's data, so no more than its length goes into a log.
    throw std::invalid_argument(fmt::format("not {}: {} octets of text", what, text.size()));
}

TypeId element_type(TypeId array) {
    const auto* found = std::ranges::find(kArrays, array, &ArrayType::array);
    return found == std::end(kArrays) ? 0 : found->element;
}

bool accepts_integer(TypeId type, std::size_t bytes) {
    return (type == kInt2 && bytes >= 2) || (type == kInt4 && bytes >= 4) ||
           (type == kInt8 && bytes >= 8);
}

bool Codec<bool>::accepts(TypeId type) { return type == kBool; }

bool Codec<bool>::read(std::string_view text) {
    if (text != "t" && text != "f") refuse_text("a boolean", text);
    return text == "t";
}

bool Codec<double>::accepts(TypeId type) { return one_of(type, kFloat4, kFloat8, kNumeric); }

void Codec<double>::write(std::string& out, double value) {
    char digits[32];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

double Codec<double>::read(std::string_view text) {
    double value{};
    const auto* end = text.data() + text.size();
    const auto [at, failed] = std::from_chars(text.data(), end, value);
    if (failed != std::errc{} || at != end) refuse_text("a number", text);
    return value;
}

bool Codec<std::string>::accepts(TypeId type) {
    return one_of(type, kText, kVarchar, kChar, kName);
}

void Codec<std::string>::write(std::string& out, std::string_view value) {
    if (value.find('\0') != std::string_view::npos) refuse_text("text: it holds a NUL", value);
    out += value;
}

bool Codec<Uuid>::accepts(TypeId type) { return type == kUuid; }

void Codec<Uuid>::write(std::string& out, const Uuid& value) { out += value.text(); }

Uuid Codec<Uuid>::read(std::string_view text) {
    const auto uuid = Uuid::parse(text);
    if (!uuid) refuse_text("a uuid", text);
    return *uuid;
}

bool Codec<Time>::accepts(TypeId type) { return type == kTimestamptz; }

void Codec<Time>::write(std::string& out, Time value) {
    const auto day = std::chrono::floor<std::chrono::days>(value);
    append_known_date(out, std::chrono::year_month_day{day});
    out += ' ';
    const std::chrono::hh_mm_ss clock{value - day};
    append_clock(out, clock);
    out += '.';
    append_digits(out, clock.subseconds().count(), 6);
    out += "+00";
}

// The connection asks for ISO dates in UTC: "2026-02-13 07:08:09.5+00".
Time Codec<Time>::read(std::string_view text) {
    Digits digits{text, "a moment between the years 1 and 9999"};
    const auto date = read_date(digits);
    digits.skip(' ');
    const std::chrono::hours hours{digits.number(2)};
    digits.skip(':');
    const std::chrono::minutes minutes{digits.number(2)};
    digits.skip(':');
    const std::chrono::seconds seconds{digits.number(2)};
    std::chrono::microseconds micros{0};
    if (digits.next_is('.')) {
        digits.skip('.');
        micros = std::chrono::microseconds{read_micros(digits)};
    }
    digits.skip('+');
    if (digits.number(2) != 0) digits.fail();
    digits.end();
    return std::chrono::sys_days{date} + hours + minutes + seconds + micros;
}

bool Codec<Day>::accepts(TypeId type) { return type == kDate; }

void Codec<Day>::write(std::string& out, Day value) {
    append_known_date(out, std::chrono::year_month_day{value});
}

Day Codec<Day>::read(std::string_view text) {
    Digits digits{text, "a day between the years 1 and 9999"};
    const auto date = read_date(digits);
    digits.end();
    return Day{std::chrono::local_days{date}};
}

bool Codec<Bytes>::accepts(TypeId type) { return type == kBytea; }

void Codec<Bytes>::write(std::string& out, const Bytes& value) {
    constexpr char kDigits[] = "0123456789abcdef";
    out += "\\x";
    for (const char octet : value.data) {
        const auto number = static_cast<unsigned char>(octet);
        out += kDigits[number >> 4];
        out += kDigits[number & 0x0f];
    }
}

Bytes Codec<Bytes>::read(std::string_view text) {
    if (!text.starts_with("\\x") || text.size() % 2 != 0) refuse_text("octets in hex", text);
    Bytes bytes;
    bytes.data.reserve(text.size() / 2 - 1);
    for (std::size_t at = 2; at < text.size(); at += 2) {
        const int high = nibble(text[at]), low = nibble(text[at + 1]);
        if (high < 0 || low < 0) refuse_text("octets in hex", text);
        bytes.data += static_cast<char>(high << 4 | low);
    }
    return bytes;
}

bool Codec<Json>::accepts(TypeId type) { return one_of(type, kJson, kJsonb); }

void Codec<Json>::write(std::string& out, const Json& value) {
    Codec<std::string>::write(out, value.text);
}

void append_quoted(std::string& out, std::string_view element) {
    out += '"';
    for (const char c : element) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    out += '"';
}

ArrayElements split_array(std::string_view text) {
    ArrayElements elements;
    if (text.size() < 2 || text.front() != '{' || text.back() != '}') refuse_text("an array", text);
    if (text == "{}") return elements;
    std::string_view rest = text.substr(1);
    for (;;) {
        if (rest.starts_with('{')) refuse_text("an array of one dimension", text);
        elements.push_back(take_element(rest, text));
        if (rest == "}") return elements;
        if (!rest.starts_with(',')) refuse_text("an array", text);
        rest.remove_prefix(1);
    }
}

}  // namespace jingwei::db
