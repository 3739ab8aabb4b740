#include <algorithm>

#include "staff/service_store.h"
#include "staff/staff_state.h"

namespace jingwei::staff {
namespace {

using namespace std::chrono;

constexpr std::int64_t kPageSize = 30;
constexpr Time kEarliest{sys_days{1900y / January / 1}};
constexpr Time kLatest{sys_days{9999y / December / 31}};

MemberName name_of(const Roster& roster, Id<Member> id) {
    const Member* member = roster.member(id);
    return {id, member ? member->name : std::string{}};
}

MeetingView view_of(const grid::Territory& territory, const Roster& roster, const MeetingRow& row) {
    MeetingView view;
    view.id = row.id;
    view.node_id = row.node_id;
    view.path = row.path;
    if (const auto* node = territory.find(row.node_id)) view.full_name = territory.full_name(*node);
    view.held_at = row.held_at;
    view.subject = row.subject;
    view.minutes = row.minutes;
    for (const auto id : row.present)
        view.present.push_back(name_of(roster, id));
    for (const auto id : row.excused)
        view.excused.push_back(name_of(roster, id));
    view.written_at = row.written_at;
    return view;
}

MeetingView shown(Staff::State& state, const std::string& county, const MeetingRow& row) {
    return view_of(*state.grid.territory(county), *state.rosters.of(county), row);
}

/// Everybody is known, and there once.
Result<void> check_people(const Roster& roster, const MeetingContent& content) {
    std::vector<Id<Member>> seen;
    const auto check = [&](const std::vector<Id<Member>>& people,
                           const std::string& field) -> Result<void> {
        for (std::size_t at = 0; at < people.size(); ++at) {
            const std::string place = field + '/' + std::to_string(at);
            if (!roster.member(people[at])) return unknown("member_unknown", place);
            if (std::ranges::find(seen, people[at]) != seen.end()) {
                return Refusal{RefusalKind::kInvalid, "meeting_twice", place};
            }
            seen.push_back(people[at]);
        }
        return {};
    };
    if (auto fit = check(content.present, "/present"); !fit) return fit;
    return check(content.excused, "/excused");
}

Result<void> check_content(const Roster& roster, const MeetingContent& content, Time now) {
    if (content.held_at > now) {
        return Refusal{RefusalKind::kInvalid, "meeting_in_future", "/held_at"};
    }
    return check_people(roster, content);
}

void fill(MeetingRow& row, const MeetingContent& content, const db::Scope& keeper, Time now) {
    row.held_at = content.held_at;
    row.subject = content.subject.str();
    row.minutes = content.minutes.str();
    row.present = content.present;
    row.excused = content.excused;
    row.written_by = std::nullopt;
    if (!keeper.account.is_nil()) row.written_by = keeper.account;
    row.written_at = now;
}

Result<MeetingRow> kept_meeting(db::Transaction& tx, const db::Scope& keeper, Id<Meeting> id) {
    auto row = store::find_meeting(tx, keeper.county, id);
    if (!row) return unknown("meeting_unknown");
    if (auto allowed = check_scope(keeper, row->path); !allowed) return allowed.error();
    return *std::move(row);
}

Result<store::MeetingSearch> search_of(const MeetingQuery& query) {
    const auto mark =
        query.after ? PageMark::parse(query.after->str()) : std::optional{PageMark::last()};
    if (!mark) return Refusal{RefusalKind::kInvalid, "not_a_cursor", "/after"};
    store::MeetingSearch search;
    if (query.path) search.path = query.path->str();
    search.from = query.from.value_or(kEarliest);
    search.to = query.to.value_or(kLatest);
    search.before = *mark;
    search.limit = static_cast<std::int32_t>(query.limit ? query.limit->value() : kPageSize);
    return search;
}

}  // namespace

Result<Page<MeetingView>> list_meetings(Staff::State& state, const db::Scope& reader,
                                        const MeetingQuery& query) {
    auto search = search_of(query);
    if (!search) return search.error();
    const auto limit = static_cast<std::size_t>(search->limit++);
    const auto roster = state.rosters.of(reader.county);
    const auto territory = state.grid.territory(reader.county);
    return db::in_transaction(
        state.pool, reader, [&](db::Transaction& tx) -> Result<Page<MeetingView>> {
            auto rows = store::meetings(tx, reader.county, *search);
            Page<MeetingView> page;
            if (rows.size() > limit) {
                rows.resize(limit);
                const auto& last = rows.back();
                page.next =
                    PageMark{last.held_at.time_since_epoch().count(), last.id.uuid()}.text();
            }
            for (const auto& row : rows)
                page.items.push_back(view_of(*territory, *roster, row));
            return page;
        });
}

Result<MeetingView> add_meeting(Staff::State& state, const db::Scope& keeper,
                                const AddMeeting& wanted) {
    const auto territory = state.grid.territory(keeper.county);
    const auto* node = territory->find(wanted.node_id);
    if (!node) return unknown("node_unknown", "/node_id");
    if (auto allowed = check_scope(keeper, node->path); !allowed) return allowed.error();
    const Time now = state.clock.now();
    const auto roster = state.rosters.of(keeper.county);
    if (auto fit = check_content(*roster, wanted, now); !fit) return fit.error();
    MeetingRow row;
    row.id = wanted.id;
    row.node_id = node->id;
    row.path = node->path;
    fill(row, wanted, keeper, now);
    const auto written =
        db::in_transaction(state.pool, keeper, [&](db::Transaction& tx) -> Result<MeetingRow> {
            if (!store::insert_meeting(tx, keeper.county, row)) {
                auto there = store::find_meeting(tx, keeper.county, row.id);
                if (there && there->node_id == row.node_id) return *std::move(there);
                return id_taken();
            }
            state.record(tx, keeper, "meeting.add", "staff_meeting", row.id.text());
            return row;
        });
    if (!written) return written.error();
    return shown(state, keeper.county, *written);
}

Result<MeetingView> change_meeting(Staff::State& state, const db::Scope& keeper, Id<Meeting> id,
                                   const ChangeMeeting& wanted) {
    const Time now = state.clock.now();
    const auto roster = state.rosters.of(keeper.county);
    const auto written =
        db::in_transaction(state.pool, keeper, [&](db::Transaction& tx) -> Result<MeetingRow> {
            auto row = kept_meeting(tx, keeper, id);
            if (!row) return row.error();
            if (auto fit = check_content(*roster, wanted, now); !fit) return fit.error();
            fill(*row, wanted, keeper, now);
            store::save_meeting(tx, keeper.county, *row);
            state.record(tx, keeper, "meeting.change", "staff_meeting", id.text());
            return row;
        });
    if (!written) return written.error();
    return shown(state, keeper.county, *written);
}

Result<void> remove_meeting(Staff::State& state, const db::Scope& keeper, Id<Meeting> id) {
    return db::in_transaction(state.pool, keeper, [&](db::Transaction& tx) -> Result<void> {
        const auto row = kept_meeting(tx, keeper, id);
        if (!row) return row.error();
        store::delete_meeting(tx, keeper.county, id);
        state.record(tx, keeper, "meeting.remove", "staff_meeting", id.text());
        return {};
    });
}

}  // namespace jingwei::staff
