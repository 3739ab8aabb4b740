#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace jingwei {

/// The name of a described enumerator as API and database write it: `kInTime` → "in_time".
/// Empty for a value that is no enumerator.
template <class Enum>
std::string enum_name(Enum value);

/// The enumerator of that name, or nothing.
template <class Enum>
std::optional<Enum> enum_from_name(std::string_view name);

/// "kInTime" → "in_time".
std::string wire_name(std::string_view enumerator);

template <class Enum>
std::string enum_name(Enum value) {
    std::string found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto one) {
        if (one.value == value) found = wire_name(one.name);
    });
    return found;
}

template <class Enum>
std::optional<Enum> enum_from_name(std::string_view name) {
    std::optional<Enum> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto one) {
        if (wire_name(one.name) == name) found = one.value;
    });
    return found;
}

}  // namespace jingwei
