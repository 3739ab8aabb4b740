#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>

#include "core/clock.h"
#include "core/id.h"
#include "db/codec.h"

/// One-dimensional arrays in PostgreSQL's binary format (array_recv in its
/// src/backend/utils/adt/arrayfuncs.c and the *_send functions of the element types): no text to
/// make here and to take apart there, which for moments is most of what a parameter costs.
namespace jingwei::db {

/// Appends in network order.
void append_octets(std::string& out, std::uint64_t value, std::size_t octets);

/// How an element travels. None for json and jsonb, which C++ does not tell apart.
template <class T>
struct BinaryElement {};

template <class T>
concept Binary = requires {
    BinaryElement<T>::kType;
};

template <>
struct BinaryElement<bool> {
    static constexpr TypeId kType = 16;
    static void write(std::string& out, bool value) { out += value ? '\1' : '\0'; }
};

template <std::signed_integral T>
requires(sizeof(T) >= 2) struct BinaryElement<T> {
    static constexpr TypeId kType = sizeof(T) == 2 ? 21 : sizeof(T) == 4 ? 23 : 20;
    static void write(std::string& out, T value) {
        append_octets(out, static_cast<std::uint64_t>(value), sizeof value);
    }
};

template <>
struct BinaryElement<double> {
    static constexpr TypeId kType = 701;
    static void write(std::string& out, double value);
};

/// Microseconds since 2000. Throws std::invalid_argument outside the years 1 to 9999, as Codec.
template <>
struct BinaryElement<Time> {
    static constexpr TypeId kType = 1184;
    static void write(std::string& out, Time value);
};

template <>
struct BinaryElement<Uuid> {
    static constexpr TypeId kType = 2950;
    static void write(std::string& out, const Uuid& value);
};

template <class Of>
struct BinaryElement<Id<Of>> : BinaryElement<Uuid> {
    static void write(std::string& out, const Id<Of>& value) {
        BinaryElement<Uuid>::write(out, value.uuid());
    }
};

/// As its text; a vector too, as an array of arrays would have to be rectangular.
template <class T>
struct TextElement {
    static constexpr TypeId kType = 25;
    static void write(std::string& out, const T& value) { Codec<T>::write(out, value); }
};

template <>
struct BinaryElement<std::string> : TextElement<std::string> {};
template <class T>
struct BinaryElement<std::vector<T>> : TextElement<std::vector<T>> {};
template <class Enum>
requires std::is_enum_v<Enum>
struct BinaryElement<Enum> : TextElement<Enum> {
};

/// Appends an array to a buffer, element by element.
class BinaryArray {
public:
    BinaryArray(std::string& out, TypeId element, std::size_t size);

    void add_null() { append_octets(out_, 0xffffffff, kLengthOctets); }
    template <Binary T>
    void add(const T& value);

private:
    static constexpr std::size_t kLengthOctets = 4;

    void put_length(std::size_t at);

    std::string& out_;
};

template <Binary T>
void BinaryArray::add(const T& value) {
    const std::size_t at = out_.size();
    out_.append(kLengthOctets, '\0');
    BinaryElement<T>::write(out_, value);
    put_length(at);
}

}  // namespace jingwei::db
