#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "access/access_rules.h"
#include "access/access_store.h"
#include "access/principal.h"
#include "access/token.h"
#include "core/clock.h"
#include "db/pool.h"

namespace jingwei::access {

/// Turns the token of a request into a Principal, from memory: an ordinary request costs no round
/// trip. Thread-safe.
///
/// What is remembered is dropped as soon as this server changes rights (forget()), and at most
/// kRecheck after another server did: each county has a version in the database, read by the first
/// request that finds its own reading older than that. Sessions are marked as seen at most once in
/// kSeenStep; so the idle limit is kept to that precision when several servers share a database.
class Identities {
public:
    static constexpr std::chrono::seconds kRecheck{2};
    static constexpr std::chrono::seconds kSeenStep{60};
    static constexpr std::size_t kMost = 50'000;

    Identities(db::Pool& pool, const Clock& clock, SessionLimits limits);

    /// Null when the token is unknown, has ended, or its account is disabled.
    std::shared_ptr<const Principal> find(const Token& token);
    /// The same, but it is no use of the session: for streams, which a forgotten browser keeps
    /// open.
    std::shared_ptr<const Principal> look(const Token& token);

    /// What somebody may do now who is not there: for work that he has asked for and that is done
    /// later. Null when the account is unknown or disabled. Two round trips; nothing is remembered.
    std::shared_ptr<const Principal> standing(const std::string& county, Id<Account> account);

    /// Rights or sessions of the county have changed in this process.
    void forget(const std::string& county);

    std::size_t size() const;

private:
    struct Known {
        std::shared_ptr<const Principal> principal;
        Time created;
        Time seen;
        Time marked;  ///< as the database knows `seen`
        Time until;   ///< the next moment at which a grant begins or ends, or the token expires
        std::int64_t version = 0;  ///< of the county's rights, when this was read
    };
    struct Reading {
        std::int64_t version = -1;
        Time at{};
    };
    using KnownMap = std::unordered_map<std::string, Known>;

    void drop(const std::string& county);
    bool due_for_recheck(const std::string& county, Time now);
    void recheck(const std::string& county);
    std::shared_ptr<const Principal> find(const Token& token, bool uses);
    std::optional<Known> remembered(const Token& token, Time now, bool uses);
    std::optional<Known> load(const Token& token, Time now);
    std::optional<Known> load_session(db::Transaction& tx, const Token& token, Time now) const;
    std::optional<Known> load_token(db::Transaction& tx, const Token& token, Time now) const;
    bool ended(const Token& token, const Known& known, Time now) const;
    void keep(const Token& token, Known known, Time now, bool uses);
    void mark_seen(const Token& token, const Known& known, Time now);

    db::Pool& pool_;
    const Clock& clock_;
    const SessionLimits limits_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, KnownMap> known_;  ///< by county, then by hash of the token
    std::map<std::string, Reading> readings_;
    std::size_t size_ = 0;
};

}  // namespace jingwei::access
