#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/binary_array.h"
#include "db/codec.h"
#include "db/row.h"

namespace jingwei::db {

/// std::vector, and what derives from it (List).
template <class T>
concept SomeVector = requires {
    typename T::value_type;
}
&&std::derived_from<T, std::vector<typename T::value_type>>;

/// The parameters $1, $2, … of one execution in one buffer: as text, columns of rows in the binary
/// format where there is one. Reused by its transaction, so that a statement costs no allocation
/// once the buffer has grown.
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

    /// Each member of several described structs as one array, null when they are all null.
    template <class Row>
    void assign_rows(std::span<const Row* const> rows, const std::vector<int>& slots);

    void clear();
    void add(std::nullopt_t) { begin(kNull, false); }
    template <class Value>
    void add(const Value& value);

    int size() const { return static_cast<int>(size_); }
    /// For libpq: one NUL-terminated text, or binary value, or nullptr each. Valid until the next
    /// change.
    const char* const* values();
    /// Their lengths, which count for binary values only, and which of them are (1). Null when all
    /// are texts.
    const int* lengths() const { return binary_ ? lengths_.data() : nullptr; }
    const int* formats() const { return binary_ ? formats_.data() : nullptr; }

private:
    static constexpr std::size_t kNull = static_cast<std::size_t>(-1);

    /// Hands over each member that `slots` gives a place, with that place made the next.
    template <class Row, class Add>
    void fill(const std::vector<int>& slots, Add add_member);
    /// The next parameter starts there.
    void begin(std::size_t start, bool binary);
    template <class Row, class Member, class Of>
    void add_column(std::span<const Row* const> rows, Member Of::*member);
    template <class Row, class Member, class Of>
    void add_binary_column(std::span<const Row* const> rows, Member Of::*member);
    template <class Row, class Member, class Of>
    void add_text_column(std::span<const Row* const> rows, Member Of::*member);
    /// The text of a value, without the NUL behind it.
    template <class Value>
    static void write(std::string& out, const Value& value);

    std::string buffer_;
    std::string element_;  ///< of an array that is being written
    std::array<std::size_t, kMost> starts_{};
    std::array<const char*, kMost> values_{};
    std::array<int, kMost> lengths_{};
    std::array<int, kMost> formats_{};
    bool binary_ = false;
    std::size_t size_ = 0;
};

template <class Row, class Add>
void Parameters::fill(const std::vector<int>& slots, Add add_member) {
    clear();
    std::size_t member_no = 0;
    std::size_t filled = 0;
    boost::mp11::mp_for_each<RowMembers<Row>>([&](auto member) {
        const int slot = slots[member_no++];
        if (slot < 0) return;
        size_ = static_cast<std::size_t>(slot);
        add_member(member.pointer);
        ++filled;
    });
    size_ = filled;
}

template <class Row>
void Parameters::assign_row(const Row& row, const std::vector<int>& slots) {
    fill<Row>(slots, [&](auto member) { add(row.*member); });
}

template <class Row>
void Parameters::assign_rows(std::span<const Row* const> rows, const std::vector<int>& slots) {
    fill<Row>(slots, [&](auto member) { add_column(rows, member); });
}

template <class Row, class Member, class Of>
void Parameters::add_column(std::span<const Row* const> rows, Member Of::*member) {
    if constexpr (Nullable<Member>::value) {
        const bool none = std::ranges::none_of(
            rows, [member](const Row* row) { return (row->*member).has_value(); });
        if (none) return add(std::nullopt);
    }
    if constexpr (Binary<typename Nullable<Member>::Value>) {
        add_binary_column(rows, member);
    } else {
        add_text_column(rows, member);
    }
}

template <class Row, class Member, class Of>
void Parameters::add_binary_column(std::span<const Row* const> rows, Member Of::*member) {
    using Element = BinaryElement<typename Nullable<Member>::Value>;
    const std::size_t at = size_;
    begin(buffer_.size(), true);
    BinaryArray array{buffer_, Element::kType, rows.size()};
    for (const Row* row : rows) {
        const Member& value = row->*member;
        if constexpr (Nullable<Member>::value) {
            value ? array.add(*value) : array.add_null();
        } else {
            array.add(value);
        }
    }
    lengths_[at] = static_cast<int>(buffer_.size() - starts_[at]);
}

template <class Row, class Member, class Of>
void Parameters::add_text_column(std::span<const Row* const> rows, Member Of::*member) {
    begin(buffer_.size(), false);
    for (const Row* row : rows) {
        buffer_ += row == rows.front() ? '{' : ',';
        element_.clear();
        if constexpr (Nullable<Member>::value) {
            if (!(row->*member)) {
                buffer_ += "NULL";
                continue;
            }
            write(element_, *(row->*member));
        } else {
            write(element_, row->*member);
        }
        append_quoted(buffer_, element_);
    }
    buffer_ += '}';
    buffer_ += '\0';
}

template <class Value>
void Parameters::add(const Value& value) {
    if constexpr (Nullable<Value>::value) {
        if (!value) return add(std::nullopt);
        return add(*value);
    } else {
        begin(buffer_.size(), false);
        write(buffer_, value);
        buffer_ += '\0';
    }
}

template <class Value>
void Parameters::write(std::string& out, const Value& value) {
    if constexpr (std::convertible_to<const Value&, std::string_view>) {
        Codec<std::string>::write(out, value);
    } else if constexpr (SomeVector<Value>) {
        Codec<std::vector<typename Value::value_type>>::write(out, value);
    } else if constexpr (!Coded<Value> && std::convertible_to<const Value&, std::int64_t>) {
        Codec<std::int64_t>::write(out, value);  // Whole
    } else {
        static_assert(Coded<Value>, "no Codec in db/codec.h for this parameter");
        Codec<Value>::write(out, value);
    }
}

}  // namespace jingwei::db
