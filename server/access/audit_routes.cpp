#include <charconv>

#include "access/access_routes.h"
#include "audit/audit_search.h"
#include "db/in_transaction.h"

// Reading the audit is a right like others, so its routes are here; audit itself knows no rights.
namespace jingwei::access {
namespace {

struct AuditQuery {
    std::optional<Time> from;
    std::optional<Time> to;  ///< open end
    std::optional<Id<Account>> account_id;
    std::optional<Text<1, 60>> action;
    std::optional<Text<1, 60>> subject_kind;
    std::optional<Text<1, 200>> subject;
    std::optional<Text<1, 80>> after;  ///< cursor
    std::optional<Whole<1, 100>> limit;
};
BOOST_DESCRIBE_STRUCT(AuditQuery, (),
                      (from, to, account_id, action, subject_kind, subject, after, limit))

struct AuditEntryView {
    Id<audit::AuditEntry> id;
    Time at;
    std::optional<Id<Account>> account_id;  ///< null: the system
    std::string action;
    std::string subject_kind;
    std::string subject;
    std::optional<std::string> purpose;
    Json detail;
    std::optional<std::string> address;
};
BOOST_DESCRIBE_STRUCT(AuditEntryView, (),
                      (id, at, account_id, action, subject_kind, subject, purpose, detail, address))

AuditEntryView view(const audit::EntryRow& row) {
    return {row.id,      row.at,      row.account_id, row.action, row.subject_kind,
            row.subject, row.purpose, row.detail,     row.address};
}

std::optional<std::string> plain(const auto& text) {
    return text ? std::optional{text->str()} : std::nullopt;
}

std::string cursor(const audit::EntryRow& row) {
    return std::to_string(row.at.time_since_epoch().count()) + '.' + row.id.text();
}

std::optional<std::pair<Time, Id<audit::AuditEntry>>> parse_cursor(std::string_view text) {
    std::int64_t micros = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), micros);
    const auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (failed != std::errc{} || !rest.starts_with('.')) return std::nullopt;
    const auto id = Id<audit::AuditEntry>::parse(rest.substr(1));
    if (!id) return std::nullopt;
    return std::pair{Time{std::chrono::microseconds{micros}}, *id};
}

Result<audit::Search> search_of(const AuditQuery& query, Time now) {
    audit::Search search;
    search.from = query.from.value_or(Time{});
    search.to = query.to.value_or(now + std::chrono::seconds{1});
    search.account = query.account_id;
    search.action = plain(query.action);
    search.subject_kind = plain(query.subject_kind);
    search.subject = plain(query.subject);
    if (!query.after) return search;
    search.before = parse_cursor(query.after->str());
    if (!search.before) return Refusal{RefusalKind::kInvalid, "not_a_cursor", "/after"};
    return search;
}

Result<Page<AuditEntryView>> read_audit(Access& access, const http::Call<AuditQuery>& call) {
    const Time now = access.tools().clock.now();
    const auto search = search_of(call.body, now);
    if (!search) return search.error();
    const int limit = call.body.limit ? static_cast<int>(call.body.limit->value()) : 50;
    const auto actor = Actor::of(principal(call), permission::kAuditRead, "audit");
    return db::in_transaction(
        access.tools().pool, actor.scope, [&](db::Transaction& tx) -> Result<Page<AuditEntryView>> {
            auto rows = audit::search(tx, actor.county(), *search, limit + 1);
            Page<AuditEntryView> page;
            if (rows.size() > static_cast<std::size_t>(limit)) {
                rows.pop_back();
                page.next = cursor(rows.back());
            }
            for (const auto& row : rows)
                page.items.push_back(view(row));
            audit::record(tx,
                          actor.entry(now, "audit.read", "audit", search->subject.value_or("")));
            return page;
        });
}

}  // namespace

void add_audit_routes(http::Routes& routes, Access& access) {
    routes.get<AuditQuery, Page<AuditEntryView>>(
        "/api/v1/audit", permission::kAuditRead,
        [&access](const http::Call<AuditQuery>& call) { return read_audit(access, call); },
        "What was done, newest first; reading it is itself recorded");
}

}  // namespace jingwei::access
