#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "cases/case_views.h"
#include "cases/cases.h"

/// The joint sessions 联席会议 to which desks called units (网格吹哨), of all cases. Private to
/// cases.
namespace jingwei::cases {

/// GET /cases/sessions: by when they meet, of cases at and below a place; what is absent does not
/// narrow.
struct SessionQuery {
    std::optional<Text<6, 120>> path;
    std::optional<Time> from;
    std::optional<Time> to;  ///< open end
    std::optional<Text<1, 80>> after;
    std::optional<Whole<1, 100>> limit;  ///< 30 when absent
};
BOOST_DESCRIBE_STRUCT(SessionQuery, (), (path, from, to, after, limit))

struct HeldSession {
    Id<Case> case_id;
    std::string code;
    std::string summary;  ///< of the case
    std::string path;
    std::string full_name;  ///< of its grid
    std::int32_t no = 1;    ///< of the case's sessions
    Time meets_at;
    std::string meeting_place;
    std::string subject;
    std::vector<UnitName> summoned;
    std::vector<UnitName> attended;
    std::string decision;  ///< empty until concluded
    std::optional<Time> concluded_at;
};
BOOST_DESCRIBE_STRUCT(HeldSession, (),
                      (case_id, code, summary, path, full_name, no, meets_at, meeting_place,
                       subject, summoned, attended, decision, concluded_at))

/// One step of whistling or attending, as the ledger has it.
struct AttendanceRow {
    Id<Case> case_id;
    Action action = Action::kWhistle;
    Json body;
};
BOOST_DESCRIBE_STRUCT(AttendanceRow, (), (case_id, action, body))

/// Units by case and number of its session: who came after which whistle. `rows` by case, in the
/// order of its steps. Pure.
std::map<std::pair<Id<Case>, std::int32_t>, std::vector<Id<Unit>>> attendance(
    const std::vector<AttendanceRow>& rows);

/// The latest first; of cases that the reader may read. case_cursor_malformed
Result<Page<HeldSession>> joint_sessions(const CasesParts& parts, const access::Principal& who,
                                         const SessionQuery& query);

/// GET /api/v1/cases/sessions. `parts` outlive the routes.
void add_joint_session_routes(http::Routes& routes, const CasesParts& parts);

}  // namespace jingwei::cases
