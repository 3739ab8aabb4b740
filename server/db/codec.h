#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/clock.h"
#include "core/enum_name.h"
#include "core/id.h"
#include "core/text_type.h"

namespace jingwei::db {

/// A bytea; `data` holds raw octets, not text.
struct Bytes {
    std::string data;
    friend bool operator==(const Bytes&, const Bytes&) = default;
};

/// A json or jsonb value in its text form; writing it checks nothing, the database does.
using jingwei::Json;

/// The oid of a column's type in pg_type. Only types built into PostgreSQL are known here.
using TypeId = std::uint32_t;

/// What an array of `array` holds; 0 when `array` is no array of a known type.
TypeId element_type(TypeId array);

/// How a C++ type travels, always in PostgreSQL's text format:
///   accepts(type)     whether a column of that type may be read into it
///   write(out, value) appends the text form
///   read(text)        the value; throws std::invalid_argument when `text` is not one
///
/// bool bool · int16/32/64 int2..int8 (only widening) · double float4, float8, numeric ·
/// std::string text, varchar, char, name · Uuid, Id uuid · Time timestamptz · Day date ·
/// described enums text (their enum_name) · Bytes bytea · Json json, jsonb · std::vector arrays ·
/// std::optional of any of them: null.
template <class T>
struct Codec;

/// What every Codec must do; gives a short message when a Row or parameter has a type without one.
template <class T>
concept Coded = requires(std::string& out, const T& value, std::string_view text) {
    Codec<T>::accepts(TypeId{});
    Codec<T>::write(out, value);
    { Codec<T>::read(text) } -> std::convertible_to<T>;
};

template <>
struct Codec<bool> {
    static bool accepts(TypeId type);
    static void write(std::string& out, bool value) { out += value ? 't' : 'f'; }
    static bool read(std::string_view text);
};

bool accepts_integer(TypeId type, std::size_t bytes);
[[noreturn]] void refuse_text(std::string_view what, std::string_view text);

template <std::integral T>
struct Codec<T> {
    static bool accepts(TypeId type) { return accepts_integer(type, sizeof(T)); }
    static void write(std::string& out, T value) {
        char digits[24];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
    static T read(std::string_view text) {
        T value{};
        const auto end = text.data() + text.size();
        const auto [at, failed] = std::from_chars(text.data(), end, value);
        if (failed != std::errc{} || at != end) refuse_text("an integer", text);
        return value;
    }
};

template <>
struct Codec<double> {
    static bool accepts(TypeId type);
    static void write(std::string& out, double value);
    static double read(std::string_view text);
};

template <>
struct Codec<std::string> {
    static bool accepts(TypeId type);
    /// Throws std::invalid_argument on a NUL octet, which PostgreSQL text cannot hold.
    static void write(std::string& out, std::string_view value);
    static std::string read(std::string_view text) { return std::string{text}; }
};

template <>
struct Codec<Uuid> {
    static bool accepts(TypeId type);
    static void write(std::string& out, const Uuid& value);
    static Uuid read(std::string_view text);
};

template <class Of>
struct Codec<Id<Of>> {
    static bool accepts(TypeId type) { return Codec<Uuid>::accepts(type); }
    static void write(std::string& out, const Id<Of>& value) {
        Codec<Uuid>::write(out, value.uuid());
    }
    static Id<Of> read(std::string_view text) { return Id<Of>{Codec<Uuid>::read(text)}; }
};

/// Years 1 to 9999; ±infinity and years BC are refused: Jingwei writes null for "no end".
template <>
struct Codec<Time> {
    static bool accepts(TypeId type);
    static void write(std::string& out, Time value);
    static Time read(std::string_view text);
};

template <>
struct Codec<Day> {
    static bool accepts(TypeId type);
    static void write(std::string& out, Day value);
    static Day read(std::string_view text);
};

template <>
struct Codec<Bytes> {
    static bool accepts(TypeId type);
    static void write(std::string& out, const Bytes& value);
    static Bytes read(std::string_view text);
};

template <>
struct Codec<Json> {
    static bool accepts(TypeId type);
    static void write(std::string& out, const Json& value);
    static Json read(std::string_view text) { return Json{std::string{text}}; }
};

template <class Enum>
requires std::is_enum_v<Enum>
struct Codec<Enum> {
    static bool accepts(TypeId type) { return Codec<std::string>::accepts(type); }
    static void write(std::string& out, Enum value) { out += enum_name(value); }
    static Enum read(std::string_view text) {
        const auto found = enum_from_name<Enum>(text);
        if (!found) refuse_text("an enumerator", text);
        return *found;
    }
};

/// Is T a std::optional, and of what?
template <class T>
struct Nullable : std::false_type {
    using Value = T;
};
template <class T>
struct Nullable<std::optional<T>> : std::true_type {
    using Value = T;
};

/// One element of a one-dimensional array; nothing for null.
using ArrayElements = std::vector<std::optional<std::string>>;
ArrayElements split_array(std::string_view text);
/// Appends `element`, quoted so that any text survives.
void append_quoted(std::string& out, std::string_view element);

template <class T>
struct Codec<std::vector<T>> {
    using Element = typename Nullable<T>::Value;
    static bool accepts(TypeId type) {
        const TypeId element = element_type(type);
        return element != 0 && Codec<Element>::accepts(element);
    }
    static void write(std::string& out, const std::vector<T>& values);
    static std::vector<T> read(std::string_view text);
};

template <class T>
void Codec<std::vector<T>>::write(std::string& out, const std::vector<T>& values) {
    out += '{';
    std::string element;
    const auto append = [&](const Element& value) {
        element.clear();
        Codec<Element>::write(element, value);
        append_quoted(out, element);
    };
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (at > 0) out += ',';
        if constexpr (Nullable<T>::value) {
            values[at] ? append(*values[at]) : void(out += "NULL");
        } else {
            append(values[at]);
        }
    }
    out += '}';
}

template <class T>
std::vector<T> Codec<std::vector<T>>::read(std::string_view text) {
    std::vector<T> values;
    for (const auto& element : split_array(text)) {
        if (element) {
            values.push_back(Codec<Element>::read(*element));
        } else if constexpr (Nullable<T>::value) {
            values.push_back(std::nullopt);
        } else {
            refuse_text("an array without nulls", text);
        }
    }
    return values;
}

}  // namespace jingwei::db
