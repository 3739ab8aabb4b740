#include "cases/phone.h"

#include <array>

namespace jingwei::cases {
namespace {

constexpr std::array<std::string_view, 2> kCountryCodes{"0086", "86"};
constexpr std::size_t kMobileDigits = 11;
constexpr std::string_view kBetween = " -.()";

/// U+FF10 to U+FF19 are three octets: EF BC and 90 to 99.
constexpr std::string_view kFullWidth = "\xef\xbc";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Of the first character a plain one, with its size in octets: full-width digits, plus signs,
/// hyphens and brackets count as plain ones. '?' for any other.
std::pair<char, std::size_t> plain(std::string_view text) {
    if (text.starts_with("\xe3\x80\x80")) return {' ', 3};
    if (!text.starts_with(kFullWidth) || text.size() < 3) {
        const auto first = static_cast<unsigned char>(text.front());
        return {first < 0x80 ? text.front() : '?', 1};
    }
    const auto last = static_cast<unsigned char>(text[2]);
    const bool has_plain = last >= 0x81 && last <= 0xbf;
    return {has_plain ? static_cast<char>(last - 0x60) : '?', 3};
}

std::string plain_of(std::string_view text) {
    std::string all;
    while (!text.empty()) {
        const auto [c, size] = plain(text);
        all += c;
        text.remove_prefix(size);
    }
    return all;
}

std::string digits_in(std::string_view plain_text) {
    std::string digits;
    for (const char c : plain_text) {
        if (is_digit(c)) digits += c;
    }
    return digits;
}

/// Digits that stand behind the code of the country, as they are dialled inside it.
std::string national(std::string digits) {
    const bool is_mobile = digits.size() == kMobileDigits && digits.front() == '1';
    return is_mobile || digits.starts_with('0') ? digits : '0' + digits;
}

}  // namespace

std::string number_of(std::string_view phone) {
    const auto text = plain_of(phone);
    auto digits = digits_in(text);
    const bool international = text.find('+') != std::string::npos ||
                               digits.starts_with(kCountryCodes.front()) ||
                               (digits.size() == 2 + kMobileDigits && digits.starts_with("861"));
    if (!international) return digits;
    for (const auto code : kCountryCodes) {
        if (digits.starts_with(code) && digits.size() >= code.size() + kFewestPhoneDigits)
            return national(digits.substr(code.size()));
    }
    return digits;
}

std::optional<std::string> typed_phone(std::string_view text) {
    std::string kept;
    std::size_t digits = 0;
    for (const char c : plain_of(text)) {
        if (kBetween.find(c) != std::string_view::npos) continue;
        if (!is_digit(c) && !(c == '+' && kept.empty())) return std::nullopt;
        digits += is_digit(c) ? 1 : 0;
        kept += c;
    }
    if (digits < kFewestPhoneDigits) return std::nullopt;
    return kept;
}

}  // namespace jingwei::cases
