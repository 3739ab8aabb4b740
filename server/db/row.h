#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <vector>

#include "db/codec.h"
#include "db/rows.h"
#include "db/statement.h"

namespace jingwei::db {

/// Where in the answer of a statement each member of a Row stands. Made once per prepared
/// statement and Row, when the types of the columns are checked as well.
using Columns = std::vector<int>;

/// A Row is a struct described with BOOST_DESCRIBE_STRUCT (bases too), its members named as the
/// columns; or one value, when the statement has exactly one column. Columns without a member are
/// ignored; a member without a column, of a type that does not fit, or null without being a
/// std::optional is a bug and throws std::logic_error naming statement and column.
template <class Row>
concept Described = boost::describe::has_describe_members<Row>::value;

/// The column of that name, checked to be of an acceptable type.
int find_column(const Rows& rows, std::string_view statement, std::string_view name,
                bool (*accepts)(TypeId));
/// For each member, the place of its name among the parameters of the statement, or -1.
std::vector<int> parameter_slots(const Statement& statement,
                                 const std::vector<std::string_view>& members);
/// The only column, checked likewise.
int only_column(const Rows& rows, std::string_view statement, bool (*accepts)(TypeId));
[[noreturn]] void refuse_cell(const Rows& rows, std::string_view statement, int column,
                              std::string_view why);

template <class Row>
using RowMembers = boost::describe::describe_members<Row, boost::describe::mod_public |
                                                              boost::describe::mod_inherited>;

template <class Row>
Columns match_columns(const Rows& rows, std::string_view statement) {
    Columns columns;
    if constexpr (Described<Row>) {
        boost::mp11::mp_for_each<RowMembers<Row>>([&](auto member) {
            using Member = std::remove_cvref_t<decltype(std::declval<Row&>().*member.pointer)>;
            using Value = typename Nullable<Member>::Value;
            static_assert(Coded<Value>, "no Codec in db/codec.h for this member");
            columns.push_back(find_column(rows, statement, member.name, &Codec<Value>::accepts));
        });
    } else {
        using Value = typename Nullable<Row>::Value;
        static_assert(Coded<Value>, "neither a described struct nor a type with a Codec");
        columns.push_back(only_column(rows, statement, &Codec<Value>::accepts));
    }
    return columns;
}

/// Where among the named parameters of `statement` each member of a Row goes; -1: it is not wanted.
/// A name without a member is a bug and throws std::logic_error.
template <class Row>
std::vector<int> match_parameters(const Statement& statement) {
    std::vector<std::string_view> members;
    boost::mp11::mp_for_each<RowMembers<Row>>(
        [&](auto member) { members.emplace_back(member.name); });
    return parameter_slots(statement, members);
}

template <class Cell>
Cell read_cell(const Rows& rows, std::string_view statement, int row, int column) {
    using Value = typename Nullable<Cell>::Value;
    if (rows.is_null(row, column)) {
        if constexpr (Nullable<Cell>::value) {
            return std::nullopt;
        } else {
            refuse_cell(rows, statement, column, "null, but its member is no std::optional");
        }
    }
    try {
        return Codec<Value>::read(rows.text(row, column));
    } catch (const std::invalid_argument& fault) {
        refuse_cell(rows, statement, column, fault.what());
    }
}

template <class Row>
Row read_row(const Rows& rows, std::string_view statement, const Columns& columns, int row) {
    if constexpr (Described<Row>) {
        Row read{};
        std::size_t at = 0;
        boost::mp11::mp_for_each<RowMembers<Row>>([&](auto member) {
            using Member = std::remove_cvref_t<decltype(read.*member.pointer)>;
            read.*member.pointer = read_cell<Member>(rows, statement, row, columns[at++]);
        });
        return read;
    } else {
        return read_cell<Row>(rows, statement, row, columns.front());
    }
}

}  // namespace jingwei::db
