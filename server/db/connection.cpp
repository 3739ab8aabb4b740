#include "db/connection.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>

#include "core/log.h"
#include "core/waiting.h"
#include "db/error.h"
#include "db/failure.h"

namespace jingwei::db {
namespace {

constexpr Statement kBegin{"db.begin", "BEGIN"};
constexpr Statement kCommit{"db.commit", "COMMIT"};
constexpr Statement kRollback{"db.rollback", "ROLLBACK"};

/// How long an answer may take beyond what the server itself allows a statement.
constexpr std::chrono::milliseconds kAnswerMargin{5'000};

std::string session_settings(const PoolOptions& options) {
    const auto role = options.role.empty() ? std::string{} : " -c role=" + options.role;
    const auto commit = options.waits_for_disk ? "" : " -c synchronous_commit=off";
    return fmt::format(
        "-c timezone=UTC -c datestyle=ISO -c bytea_output=hex -c extra_float_digits=1 "
        "-c statement_timeout={0} -c idle_in_transaction_session_timeout={0}{1}{2}",
        options.statement_limit.count(), role, commit);
}

std::string trimmed(const char* message) {
    std::string text = message == nullptr ? "" : message;
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (text.ends_with(' '))
        text.pop_back();
    return text;
}

void ignore_notices(void*, const char*) {}

}  // namespace

pg_conn* open_session(const PoolOptions& options) {
    const auto settings = session_settings(options);
    // With expand_dbname the URL comes first, and what stands behind it overrides it.
    const char* const keys[] = {"dbname",
                                "application_name",
                                "client_encoding",
                                "connect_timeout",
                                "options",
                                options.user.empty() ? nullptr : "user",
                                nullptr};
    const char* const values[] = {options.url.c_str(),  "jingwei", "UTF8", "5", settings.c_str(),
                                  options.user.c_str(), nullptr};
    pg_conn* const connection = PQconnectdbParams(keys, values, 1);
    PQsetNoticeProcessor(connection, ignore_notices, nullptr);
    return connection;
}

void Connection::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

std::unique_ptr<Connection> Connection::open(const PoolOptions& options) {
    std::unique_ptr<Connection> opened{
        new Connection{open_session(options), options.statement_limit + kAnswerMargin}};
    auto* const connection = opened->connection_.get();
    if (PQstatus(connection) != CONNECTION_OK) {
        throw Transient{"cannot connect to the database: " + trimmed(PQerrorMessage(connection))};
    }
    if (PQsetnonblocking(connection, 1) != 0 || PQenterPipelineMode(connection) != 1) {
        throw Outage{"libpq cannot enter pipeline mode"};
    }
    return opened;
}

Connection::Connection(pg_conn* connection, std::chrono::milliseconds answer_limit)
    : connection_(connection), answer_limit_(answer_limit) {}

Connection::~Connection() = default;

void Connection::lose(std::string_view why) {
    broken_ = true;
    // What the server said before it went says best what became of the transaction.
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    const auto text = fmt::format("database connection lost: {}: {}", why,
                                  trimmed(PQerrorMessage(connection_.get())));
    if (commit_sent_) throw CommitUnknown{text};
    throw Transient{text};
}

void Connection::check_sent(int sent) {
    if (sent != 1) lose("cannot send");
    unsent_ = true;
}

void Connection::send_text(const std::string& sql) {
    check_sent(PQsendQueryParams(connection_.get(), sql.c_str(), 0, nullptr, nullptr, nullptr,
                                 nullptr, 0));
    expected_.push_back({Step::kText, "db.text"});
}

Connection::Prepared& Connection::prepare(const Statement& statement) {
    Prepared& prepared = prepared_[statement.name];
    if (prepared.ready) {
        if (prepared.text.data() != statement.text.data() && prepared.text != statement.text) {
            throw std::logic_error(fmt::format("two statements are named {}", statement.name));
        }
        return prepared;
    }
    prepared.name = statement.name;
    prepared.text = statement.text;
    check_sent(PQsendPrepare(connection_.get(), prepared.name.c_str(),
                             std::string{statement.text}.c_str(), 0, nullptr));
    expected_.push_back({Step::kPrepare, statement.name, &prepared});
    prepared.ready = true;
    return prepared;
}

Connection::Ticket Connection::send(const Statement& statement, Parameters& parameters) {
    Prepared& prepared = prepare(statement);
    check_sent(PQsendQueryPrepared(connection_.get(), prepared.name.c_str(), parameters.size(),
                                   parameters.values(), parameters.lengths(), parameters.formats(),
                                   0));
    const Ticket ticket = answers_.size();
    answers_.emplace_back();
    expected_.push_back({Step::kExecute, statement.name, &prepared, ticket});
    return ticket;
}

void Connection::send_begin(const std::vector<std::string>& settings) {
    Parameters none;
    discard(send(kBegin, none));
    for (const auto& setting : settings)
        send_text(setting);
}

void Connection::send_commit(Kept kept) {
    Parameters none;
    discard(send(kCommit, none));
    expected_.back().step = Step::kCommit;
    commit_sent_ = kept == Kept::kWrites;
}

void Connection::exchange() {
    deadline_ = std::chrono::steady_clock::now() + answer_limit_;
    check_sent(PQpipelineSync(connection_.get()));
    log_round_trip();
    expected_.push_back({Step::kSync, "db.sync"});
    read_answers();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    commit_sent_ = false;
}

/// With --log-level debug one sees what a request asks of the database, and how often; bench/ makes
/// its scripts for pgbench from it.
void Connection::log_round_trip() const {
    if (!log::enabled(log::Level::kDebug)) return;
    std::string names;
    for (const Expected& expected : expected_) {
        if (expected.step == Step::kPrepare) continue;
        names += names.empty() ? "" : " ";
        names += expected.name;
    }
    log::debug("round trip: {}", log::Word{names});
}

void Connection::flush() {
    const int left = PQflush(connection_.get());
    if (left < 0) lose("cannot write");
    unsent_ = left > 0;
}

void Connection::wait_for_server() {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline_ - std::chrono::steady_clock::now());
    pollfd socket{PQsocket(connection_.get()), POLLIN, 0};
    if (unsent_) socket.events |= POLLOUT;
    int ready = 0;
    if (left.count() > 0) {
        const Waiting waiting;
        ready = poll(&socket, 1, static_cast<int>(left.count()));
    }
    if (ready == 0) lose("no answer in time");
    if (ready < 0 && errno != EINTR) lose("cannot wait");
    if (ready > 0 && (socket.revents & ~POLLOUT) != 0 && PQconsumeInput(connection_.get()) != 1) {
        lose("cannot read");
    }
}

void Connection::read_answers() {
    for (const Expected& expected : expected_) {
        for (bool answered = false; !answered;) {
            if (unsent_) flush();
            while (PQisBusy(connection_.get()) != 0) {
                wait_for_server();
                if (unsent_) flush();
            }
            pg_result* const result = PQgetResult(connection_.get());
            // Each statement's answer ends with a null result, a sync point's does not.
            answered = result == nullptr || expected.step == Step::kSync;
            if (result != nullptr) take(expected, result);
        }
    }
    expected_.clear();
    if (PQstatus(connection_.get()) != CONNECTION_OK) lose("closed by the server");
}

void Connection::take(const Expected& expected, pg_result* result) {
    Rows rows{result};
    switch (PQresultStatus(result)) {
        case PGRES_TUPLES_OK:
        case PGRES_COMMAND_OK:
            // COMMIT of a transaction that failed before answers ROLLBACK: whoever went on after
            // the failure must not take that for done.
            if (expected.step == Step::kCommit &&
                std::string_view{PQcmdStatus(result)} != "COMMIT" && !failure_) {
                failure_ = std::make_exception_ptr(
                    std::logic_error{"COMMIT of a transaction that had failed"});
            }
            if (expected.step != Step::kExecute) return;
            answers_[expected.ticket].answered = true;
            if (!answers_[expected.ticket].discarded) {
                answers_[expected.ticket].rows = std::move(rows);
            }
            return;
        case PGRES_PIPELINE_SYNC:
            return;
        case PGRES_PIPELINE_ABORTED:
            if (expected.step == Step::kPrepare) expected.prepared->ready = false;
            return;
        default:
            return fail(expected, result);
    }
}

void Connection::fail(const Expected& expected, pg_result* result) {
    if (expected.step == Step::kPrepare) expected.prepared->ready = false;
    const bool said_why = PQresultErrorField(result, PG_DIAG_SQLSTATE) != nullptr;
    if (said_why && !failure_) {
        failure_ =
            failure_of(result, expected.name, expected.step == Step::kCommit && commit_sent_);
    }
    if (PQstatus(connection_.get()) != CONNECTION_OK) lose("closed by the server");
}

bool Connection::answered(Ticket ticket) const { return answers_.at(ticket).answered; }

void Connection::discard(Ticket ticket) {
    answers_[ticket].discarded = true;
    answers_[ticket].rows = Rows{};
}

void Connection::roll_back() noexcept {
    // What still waits to be sent runs as well, and is undone: cheaper than a new connection. A
    // failure in it skips the ROLLBACK behind it, so a second one follows.
    for (int attempt = 0; attempt < 2 && !broken_; ++attempt) {
        try {
            Parameters none;
            discard(send(kRollback, none));
            exchange();
            return;
        } catch (...) {
            if (PQtransactionStatus(connection_.get()) == PQTRANS_IDLE) return;
        }
    }
    broken_ = true;
}

bool Connection::reset() noexcept {
    answers_.clear();
    failure_ = nullptr;
    commit_sent_ = false;
    return !broken_ && expected_.empty() && PQtransactionStatus(connection_.get()) == PQTRANS_IDLE;
}

bool Connection::alive() noexcept {
    // Nobody speaks to an idle connection except to say goodbye; the rare setting or notice that
    // is taken for it costs a new connection.
    pollfd socket{PQsocket(connection_.get()), POLLIN, 0};
    return poll(&socket, 1, 0) == 0;
}

const Columns* Connection::known_columns(const Statement& statement, const void* row_type) const {
    const auto prepared = prepared_.find(statement.name);
    if (prepared == prepared_.end()) return nullptr;
    for (const auto& [type, columns] : prepared->second.columns) {
        if (type == row_type) return columns.get();
    }
    return nullptr;
}

const Columns& Connection::keep_columns(const Statement& statement, const void* row_type,
                                        Columns columns) {
    auto& kept = prepared_[statement.name].columns;
    kept.emplace_back(row_type, std::make_unique<Columns>(std::move(columns)));
    return *kept.back().second;
}

}  // namespace jingwei::db
