#pragma once

#include <boost/describe.hpp>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Types whose name says what a member of a request may hold; the walker (core/dto.h) enforces it
/// on the way in. They convert to and from the plain type and are not checked on the way out.
namespace jingwei {

enum class TextRule {
    kLine,      ///< trimmed; no control characters at all
    kLines,     ///< trimmed; newline and tab allowed, CR LF becomes LF
    kVerbatim,  ///< taken as it is: secrets, where every space counts
};

/// Valid UTF-8 of kMin to kMax code points, both included, counted after trimming of ASCII
/// white space and U+3000 at both ends.
template <std::size_t kMin, std::size_t kMax, TextRule kRule = TextRule::kLine>
class Text {
public:
    static_assert(kMin <= kMax);

    Text() = default;
    Text(std::string value) : value_(std::move(value)) {}
    Text(std::string_view value) : value_(value) {}
    Text(const char* value) : value_(value) {}

    const std::string& str() const { return value_; }
    operator const std::string&() const { return value_; }
    operator std::string_view() const { return value_; }
    bool empty() const { return value_.empty(); }

    friend bool operator==(const Text&, const Text&) = default;

private:
    std::string value_;
};

/// Several lines: descriptions, remarks.
template <std::size_t kMin, std::size_t kMax>
using Lines = Text<kMin, kMax, TextRule::kLines>;

/// A password or code. Has no place in an answer.
template <std::size_t kMin, std::size_t kMax>
using Secret = Text<kMin, kMax, TextRule::kVerbatim>;

/// A whole number from kMin to kMax, both included.
template <std::int64_t kMin, std::int64_t kMax>
class Whole {
public:
    static_assert(kMin <= kMax);

    constexpr Whole() = default;
    constexpr Whole(std::int64_t value) : value_(value) {}
    constexpr operator std::int64_t() const { return value_; }
    constexpr std::int64_t value() const { return value_; }

private:
    std::int64_t value_ = kMin > 0 ? kMin : 0;
};

/// A vector that takes kMin to kMax items from a request. (A plain std::vector takes 1,000.)
template <class T, std::size_t kMax, std::size_t kMin = 0>
class List : public std::vector<T> {
public:
    using std::vector<T>::vector;
    List(std::vector<T> items) : std::vector<T>(std::move(items)) {}
};

/// Any JSON, carried through unread: the data of a form, a GeoJSON geometry. Written back without
/// white space, otherwise as it came; no member twice, at most 32 levels deep.
struct Json {
    std::string text = "null";

    friend bool operator==(const Json&, const Json&) = default;
};

/// A place: degrees of longitude and latitude, WGS 84 (CGCS2000 agrees to centimetres).
struct Point {
    double lon = 0;
    double lat = 0;

    friend bool operator==(const Point&, const Point&) = default;
};
BOOST_DESCRIBE_STRUCT(Point, (), (lon, lat))

/// No body, no query, no answer.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

/// One page of a list. `next` is the opaque cursor for `?after=` of the next page; null at the end.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;
    std::optional<std::int64_t> total;

    BOOST_DESCRIBE_CLASS(Page, (), (items, next, total), (), ())
};

}  // namespace jingwei
