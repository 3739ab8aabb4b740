#include "staff/page_mark.h"

#include <charconv>

namespace jingwei::staff {
namespace {

/// A year that neither a meeting nor a day reaches, and that PostgreSQL keeps.
constexpr std::int64_t kFar = 253'402'214'400'000'000;  // 9999-12-31 in microseconds

}  // namespace

std::string PageMark::text() const { return std::to_string(at) + '.' + id.text(); }

std::optional<PageMark> PageMark::parse(std::string_view text) {
    PageMark mark;
    const char* end_of_text = text.data() + text.size();
    const auto [end, failed] = std::from_chars(text.data(), end_of_text, mark.at);
    if (failed != std::errc{} || mark.at < -kFar || mark.at > kFar) return std::nullopt;
    const std::string_view rest(end, static_cast<std::size_t>(end_of_text - end));
    if (!rest.starts_with('.')) return std::nullopt;
    const auto id = Uuid::parse(rest.substr(1));
    if (!id) return std::nullopt;
    mark.id = *id;
    return mark;
}

PageMark PageMark::last() { return {kFar, *Uuid::parse("ffffffff-ffff-ffff-ffff-ffffffffffff")}; }

}  // namespace jingwei::staff
