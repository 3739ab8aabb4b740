#include "db/transaction.h"

#include <fmt/format.h>

#include <stdexcept>

#include "db/connection.h"

namespace jingwei::db {
namespace {

/// Queued statements beyond this make a round trip by themselves, which bounds both buffers.
constexpr std::size_t kMostOutstanding = 512;

}  // namespace

void refuse_row_count(const Statement& statement, int rows, std::string_view wanted) {
    throw std::logic_error(
        fmt::format("{}: {} rows where {} should be", statement.name, rows, wanted));
}

Transaction::Transaction(Pool& pool, const Scope& scope) : pool_(pool) {
    const auto settings = scope_statements(scope);
    connection_ = pool.acquire();
    try {
        connection_->send_begin(settings);
    } catch (...) {
        pool_.release(std::move(connection_));
        throw;
    }
}

Transaction::~Transaction() {
    if (!committed_) connection_->roll_back();
    pool_.release(std::move(connection_));
}

std::size_t Transaction::send(const Statement& statement) {
    if (committed_) throw std::logic_error("a statement after commit");
    if (connection_->outstanding() >= kMostOutstanding) connection_->exchange();
    return connection_->send(statement, parameters_);
}

const Rows& Transaction::receive(std::size_t ticket) {
    if (!connection_->answered(ticket)) {
        ends_with_next_ ? commit() : connection_->exchange();
    }
    return connection_->answer(ticket);
}

void Transaction::discard(std::size_t ticket) { connection_->discard(ticket); }

const Columns* Transaction::known_columns(const Statement& statement, const void* row_type) const {
    return connection_->known_columns(statement, row_type);
}

const Columns& Transaction::keep_columns(const Statement& statement, const void* row_type,
                                         Columns columns) {
    return connection_->keep_columns(statement, row_type, std::move(columns));
}

void Transaction::commit() {
    if (committed_ && ends_with_next_) return;
    connection_->send_commit(ends_with_next_ ? Connection::Kept::kNothing
                                             : Connection::Kept::kWrites);
    connection_->exchange();
    committed_ = true;
}

}  // namespace jingwei::db
