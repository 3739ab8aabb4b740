#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/codec.h"
#include "db/row.h"

namespace jingwei::db {

/// std::vector, and what derives from it (List).
template <class T>
concept SomeVector = requires {
    typename T::value_type;
}
&&std::derived_from<T, std::vector<typename T::value_type>>;

/// The parameters $1, $2, … of one execution, as text in one buffer. Reused by its transaction, so
/// that a statement costs no allocation once the buffer has grown.
class Parameters {
public:
    /// More than any statement should need; PostgreSQL itself stops at 65,535.
    static constexpr std::size_t kMost = 80;

    template <class... Values>
    void assign(const Values&... values) {
        static_assert(sizeof...(Values) <= kMost);
        clear();
        (add(values), ...);
    }

    /// Each member of a described struct goes where `slots` says; -1: nowhere.
    template <class Row>
    void assign_row(const Row& row, const std::vector<int>& slots);

    void clear();
    void add(std::nullopt_t) { starts_[size_++] = kNull; }
    template <class Value>
    void add(const Value& value);

    int size() const { return static_cast<int>(size_); }
    /// For libpq: one NUL-terminated text or nullptr each. Valid until the next change.
    const char* const* texts();

private:
    static constexpr std::size_t kNull = static_cast<std::size_t>(-1);

    std::string buffer_;
    std::array<std::size_t, kMost> starts_{};
    std::array<const char*, kMost> texts_{};
    std::size_t size_ = 0;
};

template <class Row>
void Parameters::assign_row(const Row& row, const std::vector<int>& slots) {
    clear();
    std::size_t member_no = 0;
    std::size_t filled = 0;
    boost::mp11::mp_for_each<RowMembers<Row>>([&](auto member) {
        const int slot = slots[member_no++];
        if (slot < 0) return;
        size_ = static_cast<std::size_t>(slot);
        add(row.*member.pointer);
        ++filled;
    });
    size_ = filled;
}

template <class Value>
void Parameters::add(const Value& value) {
    if constexpr (Nullable<Value>::value) {
        if (!value) return add(std::nullopt);
        return add(*value);
    } else {
        starts_[size_++] = buffer_.size();
        if constexpr (std::convertible_to<const Value&, std::string_view>) {
            Codec<std::string>::write(buffer_, value);
        } else if constexpr (SomeVector<Value>) {
            Codec<std::vector<typename Value::value_type>>::write(buffer_, value);
        } else if constexpr (!Coded<Value> && std::convertible_to<const Value&, std::int64_t>) {
            Codec<std::int64_t>::write(buffer_, value);  // Whole
        } else {
            static_assert(Coded<Value>, "no Codec in db/codec.h for this parameter");
            Codec<Value>::write(buffer_, value);
        }
        buffer_ += '\0';
    }
}

}  // namespace jingwei::db
