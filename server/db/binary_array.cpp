#include "db/binary_array.h"

#include <bit>
#include <stdexcept>

namespace jingwei::db {
namespace {

constexpr Time kEpoch = std::chrono::sys_days{std::chrono::year{2000} / 1 / 1};
constexpr Time kFirst = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
constexpr Time kBeyond = std::chrono::sys_days{std::chrono::year{10000} / 1 / 1};

void put_octets(char* at, std::uint64_t value, std::size_t octets) {
    for (std::size_t left = octets; left-- > 0; value >>= 8)
        at[left] = static_cast<char>(value & 0xff);
}

}  // namespace

void append_octets(std::string& out, std::uint64_t value, std::size_t octets) {
    const std::size_t at = out.size();
    out.append(octets, '\0');
    put_octets(out.data() + at, value, octets);
}

void BinaryElement<double>::write(std::string& out, double value) {
    append_octets(out, std::bit_cast<std::uint64_t>(value), sizeof value);
}

void BinaryElement<Time>::write(std::string& out, Time value) {
    if (value < kFirst || value >= kBeyond) {
        throw std::invalid_argument("a moment outside the years 1 to 9999");
    }
    BinaryElement<std::int64_t>::write(out, (value - kEpoch).count());
}

void BinaryElement<Uuid>::write(std::string& out, const Uuid& value) {
    out.append(reinterpret_cast<const char*>(value.bytes().data()), value.bytes().size());
}

BinaryArray::BinaryArray(std::string& out, TypeId element, std::size_t size) : out_(out) {
    constexpr std::size_t kField = 4;
    append_octets(out, 1, kField);  // dimensions
    append_octets(out, 1, kField);  // there may be nulls
    append_octets(out, element, kField);
    append_octets(out, size, kField);
    append_octets(out, 1, kField);  // the first index
}

void BinaryArray::put_length(std::size_t at) {
    put_octets(out_.data() + at, out_.size() - at - kLengthOctets, kLengthOctets);
}

}  // namespace jingwei::db
