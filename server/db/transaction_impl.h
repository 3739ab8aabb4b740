#pragma once

// The templates of transaction.h; include that instead.

#include "db/transaction.h"

namespace jingwei::db {

[[noreturn]] void refuse_row_count(const Statement& statement, int rows, std::string_view wanted);

/// An address of its own for every Row: the key under which a connection keeps its Columns.
template <class Row>
inline constexpr char kRowType = 0;

template <class... Values>
void Transaction::queue(const Statement& statement, const Values&... values) {
    parameters_.assign(values...);
    discard(send(statement));
}

/// The key under which a connection keeps where the members of a Row go as parameters.
template <class Row>
inline constexpr char kParameterType = 0;

template <class Row>
const Columns& Transaction::parameter_slots_of(const Statement& statement) {
    const void* const type = &kParameterType<Row>;
    if (const auto* known = known_columns(statement, type)) return *known;
    return keep_columns(statement, type, match_parameters<Row>(statement));
}

template <class Row>
void Transaction::queue_row(const Statement& statement, const Row& row) {
    parameters_.assign_row(row, parameter_slots_of<Row>(statement));
    discard(send(statement));
}

template <class Row>
void Transaction::queue_rows(const Statement& statement, std::span<const Row* const> rows) {
    if (rows.empty()) return;
    parameters_.assign_rows(rows, parameter_slots_of<Row>(statement));
    discard(send(statement));
}

template <class Row, class... Values>
Pending<Row> Transaction::later(const Statement& statement, const Values&... values) {
    parameters_.assign(values...);
    return Pending<Row>{*this, statement, send(statement)};
}

template <class Row, class... Values>
std::vector<Row> Transaction::all(const Statement& statement, const Values&... values) {
    return later<Row>(statement, values...).all();
}

template <class Row, class... Values>
std::optional<Row> Transaction::maybe(const Statement& statement, const Values&... values) {
    return later<Row>(statement, values...).maybe();
}

template <class Row, class... Values>
Row Transaction::one(const Statement& statement, const Values&... values) {
    return later<Row>(statement, values...).one();
}

template <class... Values>
std::int64_t Transaction::run(const Statement& statement, const Values&... values) {
    return later<bool>(statement, values...).touched();
}

template <class Row>
const Columns& Pending<Row>::columns(const Rows& rows) {
    const void* const type = &kRowType<Row>;
    if (const auto* known = transaction_->known_columns(*statement_, type)) return *known;
    return transaction_->keep_columns(*statement_, type,
                                      match_columns<Row>(rows, statement_->name));
}

template <class Row>
std::vector<Row> Pending<Row>::all() {
    const Rows& rows = transaction_->receive(ticket_);
    const Columns& where = columns(rows);
    if (rows.size() > Transaction::kMostRows) refuse_row_count(*statement_, rows.size(), "fewer");
    std::vector<Row> read;
    read.reserve(static_cast<std::size_t>(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        read.push_back(read_row<Row>(rows, statement_->name, where, row));
    }
    transaction_->discard(ticket_);
    return read;
}

template <class Row>
std::optional<Row> Pending<Row>::maybe() {
    const Rows& rows = transaction_->receive(ticket_);
    const Columns& where = columns(rows);
    if (rows.size() > 1) refuse_row_count(*statement_, rows.size(), "at most one");
    std::optional<Row> read;
    if (rows.size() == 1) read = read_row<Row>(rows, statement_->name, where, 0);
    transaction_->discard(ticket_);
    return read;
}

template <class Row>
Row Pending<Row>::one() {
    auto row = maybe();
    if (!row) refuse_row_count(*statement_, 0, "exactly one");
    return std::move(*row);
}

template <class Row>
std::int64_t Pending<Row>::touched() {
    const std::int64_t count = transaction_->receive(ticket_).touched();
    transaction_->discard(ticket_);
    return count;
}

}  // namespace jingwei::db
