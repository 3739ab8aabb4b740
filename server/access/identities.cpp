#include "access/identities.h"

#include <algorithm>

#include "db/in_transaction.h"

namespace jingwei::access {
namespace {

struct Live {
    std::vector<Grant> grants;
    Time until;
};

// Grants that hold now, and until when that answer is right.
Live live_grants(std::vector<Grant> grants, Time now, Time until) {
    for (const auto& grant : grants) {
        if (grant.valid_from > now) until = std::min(until, grant.valid_from);
        if (grant.valid_to && *grant.valid_to > now) until = std::min(until, *grant.valid_to);
    }
    std::erase_if(grants, [&](const Grant& grant) { return !grant.live(now); });
    return {std::move(grants), until};
}

}  // namespace

Identities::Identities(db::Pool& pool, const Clock& clock, SessionLimits limits)
    : pool_(pool), clock_(clock), limits_(limits) {}

std::shared_ptr<const Principal> Identities::find(const Token& token) { return find(token, true); }

std::shared_ptr<const Principal> Identities::look(const Token& token) { return find(token, false); }

std::shared_ptr<const Principal> Identities::find(const Token& token, bool uses) {
    const Time now = clock_.now();
    if (due_for_recheck(token.county, now)) recheck(token.county);
    auto known = remembered(token, now, uses);
    if (!known) {
        known = load(token, now);
        if (!known || ended(token, *known, now)) return nullptr;
        keep(token, *known, now, uses);
    }
    if (uses && now - known->marked >= kSeenStep) mark_seen(token, *known, now);
    return known->principal;
}

std::shared_ptr<const Principal> Identities::standing(const std::string& county,
                                                      Id<Account> account) {
    const Time now = clock_.now();
    using Found = std::shared_ptr<const Principal>;
    const auto found = db::in_transaction(
        pool_, store::at_the_door(county), [&](db::Transaction& tx) -> Result<Found> {
            const auto row = store::find_standing(tx, county, account);
            if (!row) return Found{};
            auto live = live_grants(store::list_grants(tx, county, account, now), now, Time::max());
            Principal::Who who;
            who.county = county;
            who.account = account;
            who.login = row->login;
            who.display_name = row->display_name;
            who.password_change_needed = row->password_change_needed;
            who.totp_on = row->totp_on;
            return Found{std::make_shared<Principal>(std::move(who), std::move(live.grants))};
        });
    return *found;
}

void Identities::forget(const std::string& county) {
    const std::lock_guard lock{mutex_};
    readings_[county].at = Time{};
    drop(county);
}

void Identities::drop(const std::string& county) {
    const auto found = known_.find(county);
    if (found == known_.end()) return;
    size_ -= found->second.size();
    known_.erase(found);
}

std::size_t Identities::size() const {
    const std::lock_guard lock{mutex_};
    return size_;
}

// One request does the reading; the others go on with what is known until it is back.
bool Identities::due_for_recheck(const std::string& county, Time now) {
    const std::lock_guard lock{mutex_};
    const auto found = readings_.find(county);
    if (found == readings_.end() || now - found->second.at < kRecheck) return false;
    found->second.at = now;
    return true;
}

void Identities::recheck(const std::string& county) {
    const auto version = db::in_transaction(pool_, db::Scope::nobody(county),
                                            [&](db::Transaction& tx) -> Result<std::int64_t> {
                                                return store::access_version(tx, county);
                                            });
    const std::lock_guard lock{mutex_};
    auto& reading = readings_[county];
    if (reading.version == *version) return;
    reading.version = *version;
    drop(county);
}

// Empty when nothing is known, or not for this moment.
std::optional<Identities::Known> Identities::remembered(const Token& token, Time now, bool uses) {
    const std::lock_guard lock{mutex_};
    const auto county = known_.find(token.county);
    if (county == known_.end()) return std::nullopt;
    const auto found = county->second.find(token.hash().data);
    if (found == county->second.end()) return std::nullopt;
    auto& known = found->second;
    if (now >= known.until || ended(token, known, now)) {
        county->second.erase(found);
        --size_;
        return std::nullopt;
    }
    if (!uses) return known;
    known.seen = std::max(known.seen, now);
    const Known copy = known;
    if (now - known.marked >= kSeenStep) known.marked = now;
    return copy;
}

bool Identities::ended(const Token& token, const Known& known, Time now) const {
    return token.kind == TokenKind::kSession &&
           now >= session_end(known.created, known.seen, limits_);
}

std::optional<Identities::Known> Identities::load(const Token& token, Time now) {
    const auto loaded = db::in_transaction(
        pool_, store::at_the_door(token.county),
        [&](db::Transaction& tx) -> Result<std::optional<Known>> {
            const auto version = store::access_version(tx, token.county);
            auto known = token.kind == TokenKind::kSession ? load_session(tx, token, now)
                                                           : load_token(tx, token, now);
            if (known) known->version = version;
            return known;
        });
    return *loaded;
}

std::optional<Identities::Known> Identities::load_session(db::Transaction& tx, const Token& token,
                                                          Time now) const {
    const auto row = store::find_session(tx, token.county, token.hash());
    if (!row) return std::nullopt;
    auto live = live_grants(store::list_grants(tx, token.county, row->account_id, now), now,
                            row->created_at + limits_.absolute);
    Principal::Who who;
    who.county = token.county;
    who.account = row->account_id;
    who.login = row->login;
    who.display_name = row->display_name;
    who.session = row->id;
    who.csrf_token = token.csrf_token();
    who.password_change_needed = row->password_change_needed;
    who.totp_on = row->totp_on;
    return Known{std::make_shared<Principal>(std::move(who), std::move(live.grants)),
                 row->created_at, row->seen_at, row->seen_at, live.until};
}

std::optional<Identities::Known> Identities::load_token(db::Transaction& tx, const Token& token,
                                                        Time now) const {
    const auto row = store::find_token(tx, token.county, token.hash(), now);
    if (!row) return std::nullopt;
    auto live = live_grants(store::list_grants(tx, token.county, row->account_id, now), now,
                            row->expires_at);
    Principal::Who who;
    who.county = token.county;
    who.account = row->account_id;
    who.login = row->login;
    who.display_name = row->display_name;
    who.token = row->id;
    who.totp_on = row->totp_on;
    return Known{
        std::make_shared<Principal>(std::move(who), std::move(live.grants), row->permissions), now,
        now, row->used_at.value_or(Time{}), live.until};
}

void Identities::keep(const Token& token, Known known, Time now, bool uses) {
    if (uses) known.seen = now;
    if (uses && now - known.marked >= kSeenStep) known.marked = now;
    const std::lock_guard lock{mutex_};
    const auto reading = readings_.try_emplace(token.county, Reading{known.version, now}).first;
    // Read before a change that others have heard of already: good for this request only.
    if (reading->second.version != known.version) return;
    if (size_ >= kMost) {
        known_.clear();
        size_ = 0;
    }
    const bool added =
        known_[token.county].insert_or_assign(token.hash().data, std::move(known)).second;
    size_ += added ? 1 : 0;
}

void Identities::mark_seen(const Token& token, const Known& known, Time now) {
    const auto& who = known.principal->who();
    (void)db::in_transaction(pool_, store::at_the_door(token.county),
                             [&](db::Transaction& tx) -> Result<void> {
                                 if (who.session) {
                                     store::touch_session(tx, token.county, *who.session, now);
                                 } else {
                                     store::touch_token(tx, token.county, *who.token, now);
                                 }
                                 return {};
                             });
}

}  // namespace jingwei::access
