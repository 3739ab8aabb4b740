#include "load/answer.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace jingwei::load {
namespace {

constexpr std::string_view kVersion = "HTTP/1.1 ";
constexpr std::size_t kMostHead = 64 * 1024;

bool same_word(std::string_view one, std::string_view other) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(one, other, {}, lower, lower);
}

template <class Number>
Number number(std::string_view text) {
    Number value{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{}) throw std::runtime_error("an answer with a broken number");
    return value;
}

bool has_no_body(int status) { return status == 204 || status == 304; }

/// Takes one line of the head. True when it said how long the body is.
bool take_field(std::string_view line, Answer& answer) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) throw std::runtime_error("an answer with a broken head");
    const auto name = line.substr(0, colon);
    auto value = line.substr(colon + 1);
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    if (same_word(name, "transfer-encoding")) throw std::runtime_error("an answer in chunks");
    if (same_word(name, "connection")) answer.keep_alive = !same_word(value, "close");
    if (!same_word(name, "content-length")) return false;
    answer.size += number<std::size_t>(value);
    return true;
}

}  // namespace

std::optional<Answer> read_answer(std::string_view read) {
    const auto end = read.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        if (read.size() > kMostHead) throw std::runtime_error("an answer whose head does not end");
        return std::nullopt;
    }
    if (!read.starts_with(kVersion)) throw std::runtime_error("not an answer of HTTP/1.1");
    Answer answer{number<int>(read.substr(kVersion.size(), 3)), end + 4};
    bool sized = has_no_body(answer.status);
    for (auto at = read.find("\r\n"); at < end;) {
        const auto next = std::min(read.find("\r\n", at + 2), end);
        sized |= take_field(read.substr(at + 2, next - at - 2), answer);
        at = next;
    }
    if (!sized) throw std::runtime_error("an answer without a length");
    if (read.size() < answer.size) return std::nullopt;
    return answer;
}

}  // namespace jingwei::load
