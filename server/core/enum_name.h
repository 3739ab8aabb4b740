#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jingwei {

/// The name of a described enumerator as API and database write it: `kInTime` → "in_time".
/// Empty for a value that is no enumerator.
template <class Enum>
const std::string& enum_name(Enum value);

/// The enumerator of that name, or nothing.
template <class Enum>
std::optional<Enum> enum_from_name(std::string_view name);

/// The names of all enumerators of a described enumeration, in order of declaration.
template <class Enum>
std::span<const std::string> enum_names();

/// All enumerators, in order of declaration.
template <class Enum>
constexpr auto enum_values();

/// "kInTime" → "in_time".
std::string wire_name(std::string_view enumerator);

namespace detail {

/// Names and values of one enumeration, side by side; made once.
struct EnumTable {
    /// Fills `room`, which outlives the table, with the wire names of the enumerators.
    EnumTable(std::span<const std::string_view> enumerators, std::span<const std::int64_t> numbers,
              std::span<std::string> room);

    const std::string& name_of(std::int64_t value) const;
    std::optional<std::int64_t> value_of(std::string_view name) const;

    std::span<const std::int64_t> values;
    std::span<const std::string> names;
};

template <class Enum, class Enumerators = boost::describe::describe_enumerators<Enum>>
struct EnumTableOf;

template <class Enum, template <class...> class List, class... One>
struct EnumTableOf<Enum, List<One...>> {
    static constexpr std::array<std::string_view, sizeof...(One)> kEnumerators{One::name...};
    static constexpr std::array<std::int64_t, sizeof...(One)> kValues{
        static_cast<std::int64_t>(One::value)...};

    static constexpr std::array<Enum, sizeof...(One)> kAll{One::value...};

    static const EnumTable& table() {
        static std::array<std::string, sizeof...(One)> names;
        static const EnumTable made(kEnumerators, kValues, names);
        return made;
    }
};

}  // namespace detail

template <class Enum>
const std::string& enum_name(Enum value) {
    return detail::EnumTableOf<Enum>::table().name_of(static_cast<std::int64_t>(value));
}

template <class Enum>
std::optional<Enum> enum_from_name(std::string_view name) {
    const auto found = detail::EnumTableOf<Enum>::table().value_of(name);
    return found ? std::optional(static_cast<Enum>(*found)) : std::nullopt;
}

template <class Enum>
std::span<const std::string> enum_names() {
    return detail::EnumTableOf<Enum>::table().names;
}

template <class Enum>
constexpr auto enum_values() {
    return detail::EnumTableOf<Enum>::kAll;
}

}  // namespace jingwei
