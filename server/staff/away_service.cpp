#include <algorithm>

#include "staff/staff_rules.h"
#include "staff/staff_state.h"

namespace jingwei::staff {
namespace {

constexpr std::chrono::days kLongestOwnAway{366};
constexpr std::size_t kMostAwayAhead = 50;  // of one holding, entered by the holder

/// One that has not begun leaves no trace, because it changed nothing; others end.
Result<void> finish(db::Transaction& tx, const std::string& county, const Away& away,
                    std::optional<Time> at, Time now) {
    if (away.span.from > now && !at) {
        store::delete_away(tx, county, away.id);
        return {};
    }
    const auto end = end_of(away.span, at, now);
    if (!end) return end.error();
    store::end_away(tx, county, away.id, *end);
    return {};
}

/// Retries must find their rows again, so each row's id follows from the sender's id and the
/// holding; a single one has the sender's own.
Id<Away> id_for(Id<Away> sent, const Holding& holding, bool only) {
    if (only) return sent;
    return *Id<Away>::parse(sent.text().substr(0, 24) + holding.id.text().substr(24));
}

Result<Span> own_span(const NewOwnAway& wanted, Time now) {
    const Time from = wanted.away_from.value_or(now);
    if (from < now && china_day(from) != china_day(now)) {
        return Refusal{RefusalKind::kInvalid, "away_in_past", "/away_from"};
    }
    const auto span = make_span(std::max(from, now), wanted.away_to, now, "/away_to");
    if (!span) return span.error();
    if (span->to && *span->to - span->from > kLongestOwnAway) {
        return Refusal{RefusalKind::kInvalid,
                       "away_too_long",
                       "/away_to",
                       {{"most", std::to_string(kLongestOwnAway.count())}}};
    }
    return *span;
}

/// What the account holds at the beginning of the absence, by id.
std::vector<const Holding*> own_holdings(const Roster& roster, Id<Account> account,
                                         const NewOwnAway& wanted, Time from) {
    std::vector<const Holding*> own;
    for (const auto& held : roster.held_by(account, from)) {
        if (!wanted.holding || *wanted.holding == held.holding->id) own.push_back(held.holding);
    }
    std::ranges::sort(own, {}, &Holding::id);
    return own;
}

bool has_many_ahead(const Holding& holding, Time now) {
    const auto ahead = std::ranges::count_if(
        holding.away, [&](const Away& away) { return !away.span.to || *away.span.to > now; });
    return static_cast<std::size_t>(ahead) >= kMostAwayAhead;
}

std::vector<std::string> stand_ins(const Roster& roster, const Holding& holding, Time at) {
    std::vector<std::string> names;
    for (const Holding* acting : who_acts(roster.holdings_of(holding.post), at)) {
        if (acting->id == holding.id) continue;
        if (const Member* who = roster.member(acting->member)) names.push_back(who->name);
    }
    return names;
}

bool is_own(const Roster& roster, Id<Holding> holding, Id<Account> account) {
    return std::ranges::any_of(roster.holdings(), [&](const Holding& one) {
        if (one.id != holding) return false;
        const Member* who = roster.member(one.member);
        return who && who->account == account;
    });
}

}  // namespace

Result<Away> Staff::set_away(const db::Scope& scope, const NewAway& wanted) {
    const auto span = make_span(wanted.away_from, wanted.away_to, state_->clock.now(), "/away_to");
    if (!span) return span.error();
    return state_->write<Away>(scope, [&](db::Transaction& tx) -> Result<Away> {
        const auto holding = store::find_holding(tx, scope.county, wanted.holding);
        if (!holding) return unknown("holding_unknown", "/holding_id");
        const auto post = store::find_post(tx, scope.county, holding->post).value();
        if (auto allowed = check_scope(scope, post.path); !allowed) return allowed.error();
        if (!holding->term.holds(span->from)) {
            return Refusal{RefusalKind::kInvalid, "outside_holding", "/away_from"};
        }
        const store::AwayOfHolding away{{wanted.id, *span}, wanted.holding, post.path};
        if (!store::insert_away(tx, scope.county, away)) {
            const auto there = store::find_away(tx, scope.county, wanted.id);
            if (there && there->holding == wanted.holding) return there->away;
            return id_taken();
        }
        state_->record(tx, scope, "post.away", "post_holding", wanted.holding.text());
        return away.away;
    });
}

Result<void> Staff::end_away(const db::Scope& scope, Id<Away> id, std::optional<Time> at) {
    return state_->write<void>(scope, [&](db::Transaction& tx) -> Result<void> {
        const auto away = store::find_away(tx, scope.county, id);
        if (!away) return unknown("away_unknown");
        if (auto allowed = check_scope(scope, away->path); !allowed) return allowed;
        if (auto done = finish(tx, scope.county, away->away, at, state_->clock.now()); !done) {
            return done;
        }
        state_->record(tx, scope, "post.back", "post_holding", away->holding.text());
        return {};
    });
}

Result<std::vector<OwnAway>> Staff::set_own_away(const db::Scope& self, const NewOwnAway& wanted) {
    const Time now = state_->clock.now();
    const auto span = own_span(wanted, now);
    if (!span) return span.error();
    const auto before = roster(self.county);
    const auto holdings = own_holdings(*before, self.account, wanted, span->from);
    if (holdings.empty()) return Refusal{RefusalKind::kConflict, "away_no_post", "/holding_id"};
    const auto written = state_->write<std::vector<OwnAway>>(
        self, [&](db::Transaction& tx) -> Result<std::vector<OwnAway>> {
            std::vector<OwnAway> made;
            for (const Holding* holding : holdings) {
                const auto id = id_for(wanted.id, *holding, holdings.size() == 1);
                const auto& path = before->post(holding->post)->path;
                store::AwayOfHolding away{{id, *span}, holding->id, path};
                if (!store::insert_away(tx, self.county, away)) {
                    const auto there = store::find_away(tx, self.county, id);
                    if (!there || there->holding != holding->id) return id_taken();
                    away.away = there->away;
                } else if (has_many_ahead(*holding, now)) {
                    return Refusal{RefusalKind::kTooMany,
                                   "away_too_many",
                                   "/holding_id",
                                   {{"most", std::to_string(kMostAwayAhead)}}};
                } else {
                    state_->record(tx, self, "post.own_away", "post_holding", holding->id.text());
                }
                made.push_back({away.away, holding->id, {}});
            }
            return made;
        });
    if (!written) return written;
    auto told = *written;
    const auto after = roster(self.county);
    for (OwnAway& one : told) {
        const auto* holding = *std::ranges::find(holdings, one.holding, &Holding::id);
        one.stand_ins = stand_ins(*after, *holding, one.away.span.from);
    }
    return told;
}

Result<void> Staff::end_own_away(const db::Scope& self, Id<Away> id, std::optional<Time> at) {
    const auto known = roster(self.county);
    return state_->write<void>(self, [&](db::Transaction& tx) -> Result<void> {
        const auto away = store::find_away(tx, self.county, id);
        if (!away || !is_own(*known, away->holding, self.account)) return unknown("away_unknown");
        const Time now = state_->clock.now();
        if (at && *at < now) return Refusal{RefusalKind::kInvalid, "away_in_past", "/at"};
        if (auto done = finish(tx, self.county, away->away, at, now); !done) return done;
        state_->record(tx, self, "post.own_back", "post_holding", away->holding.text());
        return {};
    });
}

}  // namespace jingwei::staff
