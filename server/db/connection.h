#pragma once

#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "db/parameter.h"
#include "db/pool.h"
#include "db/row.h"
#include "db/statement.h"

struct pg_conn;
struct pg_result;

namespace jingwei::db {

/// A plain libpq connection with the settings that every session of ours has; to be checked with
/// PQstatus() and closed with PQfinish().
pg_conn* open_session(const PoolOptions& options);

/// One libpq connection in pipeline mode, private to db/. What is sent waits in libpq's buffer
/// until exchange(), which writes and reads at once, so that neither side can block the other for
/// good. Each exchange ends with a sync point: after a failure the server skips up to there.
class Connection {
public:
    /// Throws Transient when the server cannot be reached, Outage when it refuses.
    static std::unique_ptr<Connection> open(const PoolOptions& options);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Which answer of the running transaction.
    using Ticket = std::size_t;

    /// BEGIN and the settings of the scope, which differ each time and are therefore not prepared.
    void send_begin(const std::vector<std::string>& settings);
    /// Prepares the statement first, in the same pipeline, when this connection never saw it.
    Ticket send(const Statement& statement, Parameters& parameters);
    enum class Kept { kNothing, kWrites };
    /// COMMIT: from here on a lost connection means that nobody knows the outcome, if there were
    /// writes to keep.
    void send_commit(Kept kept);
    /// One round trip: everything sent is answered when this returns. Throws for the first failure.
    void exchange();

    bool answered(Ticket ticket) const;
    const Rows& answer(Ticket ticket) const { return answers_[ticket].rows; }
    /// Its rows are not wanted (any more).
    void discard(Ticket ticket);
    /// Sent since the last exchange.
    std::size_t outstanding() const { return expected_.size(); }

    /// Ends a transaction that was begun and not committed; breaks instead of throwing.
    void roll_back() noexcept;
    /// Forgets the answers of the last transaction. True when another may begin here.
    bool reset() noexcept;
    /// Cheap look, without a round trip, whether the server has closed an idle connection.
    bool alive() noexcept;

    /// Since when somebody has it; kept by the pool.
    std::chrono::steady_clock::time_point lent;

    const Columns* known_columns(const Statement& statement, const void* row_type) const;
    const Columns& keep_columns(const Statement& statement, const void* row_type, Columns columns);

private:
    /// A statement as this connection knows it.
    struct Prepared {
        std::string name;  ///< NUL-terminated, for libpq
        std::string_view text;
        bool ready = false;  ///< Parse was sent and has not failed
        std::vector<std::pair<const void*, std::unique_ptr<Columns>>> columns;
    };
    enum class Step { kText, kPrepare, kExecute, kCommit, kSync };
    struct Expected {
        Step step;
        std::string_view name;
        Prepared* prepared = nullptr;
        Ticket ticket = 0;
    };
    struct Answer {
        Rows rows;
        bool answered = false;
        bool discarded = false;
    };

    Connection(pg_conn* connection, std::chrono::milliseconds answer_limit);
    void send_text(const std::string& sql);
    Prepared& prepare(const Statement& statement);
    void check_sent(int sent);
    void log_round_trip() const;
    void flush();
    void wait_for_server();
    void read_answers();
    void take(const Expected& expected, pg_result* result);
    void fail(const Expected& expected, pg_result* result);
    [[noreturn]] void lose(std::string_view why);

    struct Close {
        void operator()(pg_conn* connection) const;
    };
    std::unique_ptr<pg_conn, Close> connection_;
    std::chrono::milliseconds answer_limit_;
    std::chrono::steady_clock::time_point deadline_;
    std::unordered_map<std::string_view, Prepared> prepared_;
    std::vector<Expected> expected_;
    std::vector<Answer> answers_;
    std::exception_ptr failure_;
    bool commit_sent_ = false;
    bool unsent_ = false;
    bool broken_ = false;
};

}  // namespace jingwei::db
