#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "db/error.h"
#include "db/parameter.h"
#include "db/pool.h"
#include "db/row.h"
#include "db/scope.h"
#include "db/statement.h"

namespace jingwei::db {

template <class Row>
class Pending;

/// One transaction on one pipelined connection, under one Scope.
///
/// queue() and later() cost no round trip: BEGIN, the scope, and every queued statement travel
/// together with the next all(), maybe(), one(), run() or commit(), or the first read of a Pending.
/// So a service that only writes makes one round trip, one that reads three things and then writes
/// makes two. Statements run in the order in which they were given; the first failure ends the
/// transaction. Not thread-safe; blocks the calling worker thread. Destroyed without commit():
/// rolled back.
class Transaction {
public:
    /// More rows than this in one answer is a bug (a forgotten LIMIT) and throws std::logic_error.
    static constexpr int kMostRows = 100'000;

    /// Takes a connection from `pool`, which may throw Outage; sends nothing yet. Throws
    /// std::invalid_argument when `scope` is malformed.
    Transaction(Pool& pool, const Scope& scope);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Sends later, looks at no row. A failure surfaces at the next round trip.
    template <class... Values>
    void queue(const Statement& statement, const Values&... values);

    /// Sends later, with the members of a described struct as the statement's named parameters.
    template <class Row>
    void queue_row(const Statement& statement, const Row& row);

    /// Sends later, with each member of several described structs as an array; of none, nothing.
    template <class Row>
    void queue_rows(const Statement& statement, std::span<const Row* const> rows);

    /// Sends later; the rows can be read after the next round trip, reading them makes it.
    template <class Row, class... Values>
    Pending<Row> later(const Statement& statement, const Values&... values);

    /// Every row, in order.
    template <class Row, class... Values>
    std::vector<Row> all(const Statement& statement, const Values&... values);

    /// The only row or none; more than one is a bug and throws std::logic_error.
    template <class Row, class... Values>
    std::optional<Row> maybe(const Statement& statement, const Values&... values);

    /// The only row; none is a bug and throws std::logic_error.
    template <class Row, class... Values>
    Row one(const Statement& statement, const Values&... values);

    /// How many rows the statement touched.
    template <class... Values>
    std::int64_t run(const Statement& statement, const Values&... values);

    /// For transactions that only read: the next round trip is the last, so COMMIT goes with it and
    /// commit() has nothing left to do. A statement after it is a bug and throws std::logic_error.
    void ends_with_next() { ends_with_next_ = true; }

    /// Everything sent, everything durable. Throws what the first failing statement calls for.
    void commit();

private:
    template <class>
    friend class Pending;

    template <class Row>
    const Columns& parameter_slots_of(const Statement& statement);
    std::size_t send(const Statement& statement);
    const Rows& receive(std::size_t ticket);
    void discard(std::size_t ticket);
    const Columns* known_columns(const Statement& statement, const void* row_type) const;
    const Columns& keep_columns(const Statement& statement, const void* row_type, Columns columns);

    Pool& pool_;
    std::unique_ptr<Connection> connection_;
    Parameters parameters_;
    bool ends_with_next_ = false;
    bool committed_ = false;
};

/// The answer of a statement given to Transaction::later(). Borrows its transaction. Read it once.
template <class Row>
class Pending {
public:
    std::vector<Row> all();
    std::optional<Row> maybe();
    Row one();
    std::int64_t touched();

private:
    friend class Transaction;
    Pending(Transaction& transaction, const Statement& statement, std::size_t ticket)
        : transaction_(&transaction), statement_(&statement), ticket_(ticket) {}
    const Columns& columns(const Rows& rows);

    Transaction* transaction_;
    const Statement* statement_;
    std::size_t ticket_;
};

}  // namespace jingwei::db

#include "db/transaction_impl.h"
