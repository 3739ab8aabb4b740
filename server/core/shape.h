#pragma once

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <limits>
#include <span>
#include <type_traits>

#include "core/clock.h"
#include "core/enum_name.h"
#include "core/id.h"
#include "core/text_type.h"
#include "core/time_text.h"

/// How a type looks as JSON, as data: made once per type at compile time, walked by plain functions
/// (core/dto.h). Handlers never see it; include core/dto.h instead.
namespace jingwei::dto {

enum class Kind { kBool, kWhole, kReal, kText, kJson, kOptional, kList, kMap, kObject };

struct Shape;

/// A member of an object.
struct Field {
    std::string_view name;
    const Shape* shape;
    void* (*in)(void* object);
};

/// Bounds are inclusive: values of numbers, code points of text, items of lists and maps.
/// Only the accessors of the shape's own kind are set.
struct Shape {
    Kind kind;
    std::string_view type;  ///< C++ name of an object or enumeration, with namespaces; else empty
    std::int64_t min = std::numeric_limits<std::int64_t>::min();
    std::int64_t max = std::numeric_limits<std::int64_t>::max();
    TextRule rule = TextRule::kLine;
    std::string_view format = {};                         ///< `format` of JSON schema
    std::span<const std::string> (*choices)() = nullptr;  ///< names of an enumeration
    std::span<const Field> fields = {};
    const Shape* element = nullptr;  ///< of an optional, list or map

    void (*set_bool)(void*, bool) = nullptr;
    bool (*get_bool)(const void*) = nullptr;
    void (*set_whole)(void*, std::int64_t) = nullptr;
    std::int64_t (*get_whole)(const void*) = nullptr;
    void (*set_real)(void*, double) = nullptr;
    double (*get_real)(const void*) = nullptr;
    /// Answers the code of the fault, or nothing when the text was taken.
    std::string_view (*set_text)(void*, std::string_view) = nullptr;
    void (*get_text)(const void*, std::string& out) = nullptr;
    void* (*emplace)(void*) = nullptr;                       ///< optional: makes its value
    const void* (*value)(const void*) = nullptr;             ///< optional: null when empty
    void* (*append)(void*) = nullptr;                        ///< list
    void* (*insert)(void*, std::string_view key) = nullptr;  ///< map
    std::size_t (*size)(const void*) = nullptr;              ///< list
    const void* (*at)(const void*, std::size_t) = nullptr;   ///< list
    void (*each)(const void*, void* context,                 ///< map, in order of keys
                 void (*visit)(void*, std::string_view key, const void*)) = nullptr;
};

/// Specialise for a type of your module that is one JSON string:
///   static constexpr std::string_view kFormat;  // JSON schema `format`, may be empty
///   static constexpr std::string_view kFault;   // code when parse() answers nothing
///   static std::optional<T> parse(std::string_view text);
///   static std::string text(const T& value);
template <class T>
struct TextForm;

template <class T>
struct ShapeOf;

/// The shape of T; one object per type for the life of the program.
template <class T>
constexpr const Shape& shape_of() {
    return ShapeOf<T>::kShape;
}

inline constexpr std::int64_t kPlainTextMax = 4'000;
inline constexpr std::int64_t kPlainListMax = 1'000;

template <>
struct TextForm<Uuid> {
    static constexpr std::string_view kFormat = "uuid", kFault = "not_an_id";
    static std::optional<Uuid> parse(std::string_view text) { return Uuid::parse(text); }
    static std::string text(const Uuid& value) { return value.text(); }
};

template <class Of>
struct TextForm<Id<Of>> {
    static constexpr std::string_view kFormat = "uuid", kFault = "not_an_id";
    static std::optional<Id<Of>> parse(std::string_view text) { return Id<Of>::parse(text); }
    static std::string text(const Id<Of>& value) { return value.text(); }
};

template <>
struct TextForm<Time> {
    static constexpr std::string_view kFormat = "date-time", kFault = "not_a_time";
    static std::optional<Time> parse(std::string_view text) { return parse_rfc3339(text); }
    static std::string text(const Time& value) { return rfc3339(value); }
};

template <>
struct TextForm<Day> {
    static constexpr std::string_view kFormat = "date", kFault = "not_a_day";
    static std::optional<Day> parse(std::string_view text) { return parse_day(text); }
    static std::string text(const Day& value) { return day_text(value); }
};

namespace detail {

template <class T>
constexpr std::string_view type_name() {
    constexpr std::string_view whole = __PRETTY_FUNCTION__;
    constexpr std::size_t from = whole.find("T = ") + 4;
    constexpr std::size_t to = std::min(whole.find("; std::string_view", from), whole.size() - 1);
    return whole.substr(from, to - from);
}

template <class Enum>
std::string_view set_enum(void* into, std::string_view name) {
    const auto found = enum_from_name<Enum>(name);
    if (!found) return "not_one_of";
    *static_cast<Enum*>(into) = *found;
    return {};
}

template <class T>
constexpr Shape text_shape(std::int64_t min, std::int64_t max, TextRule rule) {
    Shape shape{.kind = Kind::kText, .type = {}, .min = min, .max = max, .rule = rule};
    shape.set_text = [](void* into, std::string_view text) -> std::string_view {
        *static_cast<T*>(into) = T(std::string(text));
        return {};
    };
    shape.get_text = [](const void* from, std::string& out) {
        out += static_cast<const std::string&>(*static_cast<const T*>(from));
    };
    return shape;
}

template <class T>
constexpr Shape whole_shape(std::int64_t min, std::int64_t max) {
    Shape shape{.kind = Kind::kWhole, .type = {}, .min = min, .max = max};
    shape.set_whole = [](void* into, std::int64_t value) {
        *static_cast<T*>(into) = static_cast<T>(value);
    };
    shape.get_whole = [](const void* from) {
        return static_cast<std::int64_t>(*static_cast<const T*>(from));
    };
    return shape;
}

constexpr Shape real_shape(std::int64_t min, std::int64_t max) {
    Shape shape{.kind = Kind::kReal, .type = {}, .min = min, .max = max};
    shape.set_real = [](void* into, double value) { *static_cast<double*>(into) = value; };
    shape.get_real = [](const void* from) { return *static_cast<const double*>(from); };
    return shape;
}

template <class Container>
constexpr Shape list_shape(std::int64_t min, std::int64_t max) {
    using Item = typename Container::value_type;
    static_assert(!std::is_same_v<Item, bool>, "std::vector<bool> has no items to point at");
    Shape shape{.kind = Kind::kList, .type = {}, .min = min, .max = max};
    shape.element = &ShapeOf<Item>::kShape;
    shape.append = [](void* list) -> void* {
        return &static_cast<Container*>(list)->emplace_back();
    };
    shape.size = [](const void* list) { return static_cast<const Container*>(list)->size(); };
    shape.at = [](const void* list, std::size_t at) -> const void* {
        return &(*static_cast<const Container*>(list))[at];
    };
    return shape;
}

template <class T, class Member>
constexpr Field field_of(Member) {
    using Type = std::remove_cvref_t<decltype(std::declval<T&>().*Member::pointer)>;
    return {Member::name, &ShapeOf<Type>::kShape,
            [](void* object) -> void* { return &(static_cast<T*>(object)->*Member::pointer); }};
}

/// The members of a described struct, those of its bases first.
template <class T>
struct Fields {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                             boost::describe::mod_inherited>;
    template <class... Member>
    static constexpr std::array<Field, sizeof...(Member)> make(boost::mp11::mp_list<Member...>) {
        return {field_of<T>(Member{})...};
    }
    static constexpr auto kAll = make(boost::mp11::mp_rename<Members, boost::mp11::mp_list>{});
};

template <class T>
concept HasTextForm = requires(const T& value) {
    { TextForm<T>::text(value) } -> std::convertible_to<std::string>;
};

template <class T>
constexpr Shape make_shape() {
    if constexpr (HasTextForm<T>) {
        Shape shape{.kind = Kind::kText, .type = {}, .min = 0, .max = kPlainTextMax};
        shape.format = TextForm<T>::kFormat;
        shape.set_text = [](void* into, std::string_view text) -> std::string_view {
            const auto parsed = TextForm<T>::parse(text);
            if (!parsed) return TextForm<T>::kFault;
            *static_cast<T*>(into) = *parsed;
            return {};
        };
        shape.get_text = [](const void* from, std::string& out) {
            out += TextForm<T>::text(*static_cast<const T*>(from));
        };
        return shape;
    } else if constexpr (std::is_enum_v<T>) {
        Shape shape{.kind = Kind::kText, .type = type_name<T>(), .min = 0, .max = kPlainTextMax};
        shape.choices = &enum_names<T>;
        shape.set_text = &set_enum<T>;
        shape.get_text = [](const void* from, std::string& out) {
            out += enum_name(*static_cast<const T*>(from));
        };
        return shape;
    } else if constexpr (std::is_same_v<T, bool>) {
        Shape shape{.kind = Kind::kBool, .type = {}};
        shape.set_bool = [](void* into, bool value) { *static_cast<bool*>(into) = value; };
        shape.get_bool = [](const void* from) { return *static_cast<const bool*>(from); };
        return shape;
    } else if constexpr (std::is_integral_v<T>) {
        static_assert(sizeof(T) < 8 || std::is_signed_v<T>, "JSON numbers here end at int64");
        return whole_shape<T>(std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
    } else {
        static_assert(boost::describe::has_describe_members<T>::value,
                      "describe the struct (BOOST_DESCRIBE_STRUCT) or give it a dto::TextForm");
        return Shape{.kind = Kind::kObject, .type = type_name<T>(), .fields = Fields<T>::kAll};
    }
}

}  // namespace detail

template <class T>
struct ShapeOf {
    static constexpr Shape kShape = detail::make_shape<T>();
};

template <>
struct ShapeOf<std::string> {
    static constexpr Shape kShape =
        detail::text_shape<std::string>(0, kPlainTextMax, TextRule::kLines);
};

template <std::size_t kMin, std::size_t kMax, TextRule kRule>
struct ShapeOf<Text<kMin, kMax, kRule>> {
    static constexpr Shape kShape = detail::text_shape<Text<kMin, kMax, kRule>>(kMin, kMax, kRule);
};

template <std::int64_t kMin, std::int64_t kMax>
struct ShapeOf<Whole<kMin, kMax>> {
    static constexpr Shape kShape = detail::whole_shape<Whole<kMin, kMax>>(kMin, kMax);
};

template <>
struct ShapeOf<double> {
    static constexpr Shape kShape = detail::real_shape(std::numeric_limits<std::int64_t>::min(),
                                                       std::numeric_limits<std::int64_t>::max());
};

template <>
struct ShapeOf<Json> {
    static constexpr Shape kShape{
        .kind = Kind::kJson,
        .type = {},
        .set_text = [](void* into, std::string_view text) -> std::string_view {
            static_cast<Json*>(into)->text = text;
            return {};
        },
        .get_text = [](const void* from,
                       std::string& out) { out += static_cast<const Json*>(from)->text; }};
};

template <>
struct ShapeOf<Point> {
    static constexpr Shape kLon = detail::real_shape(-180, 180);
    static constexpr Shape kLat = detail::real_shape(-90, 90);
    static constexpr std::array<Field, 2> kFields{
        Field{"lon", &kLon, [](void* at) -> void* { return &static_cast<Point*>(at)->lon; }},
        Field{"lat", &kLat, [](void* at) -> void* { return &static_cast<Point*>(at)->lat; }}};
    static constexpr Shape kShape{
        .kind = Kind::kObject, .type = "jingwei::Point", .fields = kFields};
};

template <class T>
struct ShapeOf<std::optional<T>> {
    static constexpr Shape kShape{.kind = Kind::kOptional,
                                  .type = {},
                                  .element = &ShapeOf<T>::kShape,
                                  .emplace = [](void* into) -> void* {
                                      return &static_cast<std::optional<T>*>(into)->emplace();
                                  },
                                  .value = [](const void* from) -> const void* {
                                      const auto& held =
                                          *static_cast<const std::optional<T>*>(from);
                                      return held ? &*held : nullptr;
                                  }};
};

template <class T>
struct ShapeOf<std::vector<T>> {
    static constexpr Shape kShape = detail::list_shape<std::vector<T>>(0, kPlainListMax);
};

template <class T, std::size_t kMax, std::size_t kMin>
struct ShapeOf<List<T, kMax, kMin>> {
    static constexpr Shape kShape = detail::list_shape<List<T, kMax, kMin>>(kMin, kMax);
};

template <class T>
struct ShapeOf<std::map<std::string, T>> {
    using Map = std::map<std::string, T>;
    static constexpr Shape kShape{
        .kind = Kind::kMap,
        .type = {},
        .min = 0,
        .max = kPlainListMax,
        .element = &ShapeOf<T>::kShape,
        .insert = [](void* map, std::string_view key) -> void* {
            return &(*static_cast<Map*>(map))[std::string(key)];
        },
        .each =
            [](const void* map, void* context,
               void (*visit)(void*, std::string_view, const void*)) {
                for (const auto& [key, value] : *static_cast<const Map*>(map))
                    visit(context, key, &value);
            }};
};

}  // namespace jingwei::dto
