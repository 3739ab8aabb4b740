#include "cases/joint_sessions.h"

#include <algorithm>

#include "cases/actor.h"
#include "cases/case_record.h"
#include "cases/inbox.h"
#include "cases/statements.h"
#include "core/dto.h"
#include "db/in_transaction.h"
#include "http/routes.h"

namespace jingwei::cases {

struct HeldRow {
    Id<Case> case_id;
    std::int32_t no = 1;
    Time meets_at;
    std::string meeting_place;
    std::string subject;
    std::vector<Id<Unit>> summoned;
    std::string decision;
    std::optional<Time> concluded_at;
    std::string code;
    std::string grid_path;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (),
                      (case_id, no, meets_at, meeting_place, subject, summoned, decision,
                       concluded_at, code, grid_path, summary))

namespace {

using namespace std::chrono;

constexpr std::int64_t kPageSize = 30;
constexpr Time kEarliest{sys_days{1900y / January / 1}};
constexpr Time kLatest{sys_days{9999y / December / 31}};

std::vector<UnitName> names_of(const World& world, const std::vector<Id<Unit>>& units) {
    std::vector<UnitName> names;
    for (const auto id : units) {
        const auto* unit = world.units->find(id);
        names.push_back({id, unit ? unit->name : std::string{}});
    }
    return names;
}

HeldSession view_of(const World& world, const HeldRow& row, const std::vector<Id<Unit>>& came) {
    HeldSession view;
    view.case_id = row.case_id;
    view.code = row.code;
    view.summary = row.summary;
    view.path = row.grid_path;
    if (const auto* node = world.territory->by_path(row.grid_path)) {
        view.full_name = world.territory->full_name(*node);
    }
    view.no = row.no;
    view.meets_at = row.meets_at;
    view.meeting_place = row.meeting_place;
    view.subject = row.subject;
    view.summoned = names_of(world, row.summoned);
    view.attended = names_of(world, came);
    view.decision = row.decision;
    view.concluded_at = row.concluded_at;
    return view;
}

std::vector<Id<Case>> cases_of(const std::vector<HeldRow>& rows) {
    std::vector<Id<Case>> ids;
    for (const HeldRow& row : rows) {
        if (std::ranges::find(ids, row.case_id) == ids.end()) ids.push_back(row.case_id);
    }
    return ids;
}

Page<HeldSession> read_page(db::Transaction& tx, const World& world, const SessionQuery& query,
                            const std::string& county, const Cursor& before) {
    const std::int64_t limit = query.limit ? query.limit->value() : kPageSize;
    const auto path = query.path ? std::optional{query.path->str()} : std::nullopt;
    auto rows = tx.all<HeldRow>(sql::list_joint_sessions, county, path,
                                query.from.value_or(kEarliest), query.to.value_or(kLatest),
                                before.at, before.id, static_cast<std::int32_t>(limit + 1));
    Page<HeldSession> page;
    if (rows.size() > static_cast<std::size_t>(limit)) {
        rows.resize(static_cast<std::size_t>(limit));
        page.next = Cursor{rows.back().meets_at, rows.back().case_id}.text();
    }
    auto came = attendance(tx.all<AttendanceRow>(sql::list_attendance, county, cases_of(rows)));
    for (const HeldRow& row : rows)
        page.items.push_back(view_of(world, row, came[{row.case_id, row.no}]));
    return page;
}

}  // namespace

std::map<std::pair<Id<Case>, std::int32_t>, std::vector<Id<Unit>>> attendance(
    const std::vector<AttendanceRow>& rows) {
    std::map<std::pair<Id<Case>, std::int32_t>, std::vector<Id<Unit>>> came;
    std::map<Id<Case>, std::int32_t> called;
    for (const AttendanceRow& row : rows) {
        if (row.action == Action::kWhistle) {
            ++called[row.case_id];
            continue;
        }
        const auto body = dto::parse<StepBody>(row.body.text);
        if (!body || !body->unit) continue;
        auto& units = came[{row.case_id, called[row.case_id]}];
        if (std::ranges::find(units, *body->unit) == units.end()) units.push_back(*body->unit);
    }
    return came;
}

Result<Page<HeldSession>> joint_sessions(const CasesParts& parts, const access::Principal& who,
                                         const SessionQuery& query) {
    const Actor actor = Actor::of(who);
    const World world = parts.worlds(actor.county());
    const auto before =
        query.after ? Cursor::parse(query.after->str()) : std::optional{Cursor::last()};
    if (!before) return Refusal{RefusalKind::kInvalid, "case_cursor_malformed", "/after"};
    return db::in_transaction(parts.pool, actor.scope,
                              [&](db::Transaction& tx) -> Result<Page<HeldSession>> {
                                  return read_page(tx, world, query, actor.county(), *before);
                              });
}

void add_joint_session_routes(http::Routes& routes, const CasesParts& parts) {
    routes.get<SessionQuery, Page<HeldSession>>(
        "/api/v1/cases/sessions", access::permission::kCaseRead,
        [&parts](const http::Call<SessionQuery>& call) {
            return joint_sessions(parts, access::principal(call), call.body);
        },
        "Joint sessions: when, where, about what, who was called and who came, what was decided");
}

}  // namespace jingwei::cases
