#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/actor.h"
#include "cases/case_actions.h"
#include "cases/case_record.h"
#include "cases/case_views.h"
#include "cases/world.h"

/// Lists of cases. Pure: what to ask of the database, and how a row is shown.
namespace jingwei::cases {

/// A row of list_lines.sql.
struct ListRow {
    Time at;  ///< of the list's order
    Id<Case> id;
    std::string code;
    std::int32_t step_no = 0;
    State state = State::kReported;
    std::optional<Time> due_at, yellow_at;
    Plate plate = Plate::kNone;
    Urgency urgency = Urgency::kOrdinary;
    Channel channel = Channel::kWorker;
    Id<Matter> matter_id;
    std::string summary, grid_path, desk_path;
    std::optional<Id<Unit>> lead_unit;
    std::optional<double> lon, lat;
    std::string address;
    Time received_at;
    Suspension suspension = Suspension::kNone;
    bool confidential = false;
};
BOOST_DESCRIBE_STRUCT(ListRow, (),
                      (at, id, code, step_no, state, due_at, yellow_at, plate, urgency, channel,
                       matter_id, summary, grid_path, desk_path, lead_unit, lon, lat, address,
                       received_at, suspension, confidential))

CaseRow shown(const ListRow& row, const World& world, Time now);

/// Where a page begins: a moment and an id. Opaque to clients.
struct Cursor {
    Time at;
    Id<Case> id;
    std::string text() const;
    /// Nothing for what text() did not make.
    static std::optional<Cursor> parse(std::string_view text);
    static Cursor first();  ///< before everything
    static Cursor last();   ///< after everything
};

/// The desks that somebody holds: each root of the right to screen, at least of a village.
std::vector<std::string> desks_of(const Actor& actor, const World& world);
/// The grids on which somebody serves.
std::vector<std::string> grids_of(const Actor& actor, const World& world, Time now);

/// Where a list has to look for what its reader sees, which row-level security decides again for
/// each row: everywhere, or, when that is a small part of the county, only there.
struct Reach {
    bool whole = true;
    bool few = false;  ///< so small that all its cases are fewer than are met in one matter's list
    std::vector<std::string> roots;  ///< subtrees
    /// That they lie in, second part of a path; nothing: all, closed ones too.
    std::optional<std::vector<std::string>> towns;
    std::vector<Id<Unit>> units;          ///< that lead or help
    std::optional<Id<Account>> reporter;  ///< who raised it
};

/// `within`: a subtree that the reader asks for; nothing: all that he sees. Walking the county
/// meets one row of his in (nodes of the county ÷ his nodes), walking his nodes begins one walk
/// each: the fewer of the two. Who asks for one matter makes these walks long, since each passes
/// cases of others, but not the walk along the cases of that matter in a town.
Reach reach_of(const Actor& actor, const World& world, const std::optional<std::string>& within);

/// The view of a query that names none: of open cases, or of those done when it asks for a state
/// that is.
View view_of(const CaseQuery& query);

/// The states of a view; of these the one that the query names, if any. May be none.
std::vector<std::string> states_of(View view, std::optional<State> only);

}  // namespace jingwei::cases
