#include <algorithm>

#include "core/enum_name.h"
#include "staff/due.h"
#include "staff/record_store.h"
#include "staff/staff_state.h"

namespace jingwei::staff {
namespace {

constexpr std::size_t kMostDue = 1'000;

DueView view_of(const grid::Territory& territory, const Due& due) {
    DueView view;
    view.kind = due.kind;
    view.member_id = due.member->id;
    view.name = due.member->name;
    view.post_id = due.post->id;
    view.post_kind = due.post->kind;
    view.title = due.post->title;
    view.node_id = due.post->node;
    view.path = due.post->path;
    if (const auto* node = territory.by_path(due.post->path)) {
        view.full_name = territory.full_name(*node);
    }
    view.day = due.day;
    view.hours = due.hours;
    return view;
}

DueList list_of(const grid::Territory& territory, const std::vector<Due>& due,
                const DueQuestion& question) {
    DueList list;
    list.on = question.on;
    list.training_hours = question.training_hours;
    list.total = static_cast<std::int64_t>(due.size());
    for (const DueKind kind : enum_values<DueKind>())
        list.counts.push_back({kind, std::ranges::count(due, kind, &Due::kind)});
    for (const Due& one : due) {
        if (list.items.size() == kMostDue) break;
        list.items.push_back(view_of(territory, one));
    }
    return list;
}

/// Of a day that is asked for, its last moment; else now.
DueQuestion question_of(const DueQuery& query, const db::Scope& keeper, Time now) {
    DueQuestion question;
    question.on = query.on.value_or(china_day(now));
    question.at =
        query.on ? from_china_time(*query.on + std::chrono::days{1} - std::chrono::microseconds{1})
                 : now;
    const std::string path = query.path ? query.path->str() : keeper.county;
    question.of = [path, keeper](const Member& member, const Post& post) {
        return grid::is_within(post.path, path) && check_scope(keeper, member.path).has_value();
    };
    return question;
}

}  // namespace

Result<DueList> due_list(Staff::State& state, const db::Scope& keeper, const DueQuery& query) {
    const auto territory = state.grid.territory(keeper.county);
    if (query.path && !territory->by_path(query.path->str())) {
        return unknown("node_unknown", "/path");
    }
    if (query.path) {
        if (auto allowed = check_scope(keeper, query.path->str()); !allowed) {
            return allowed.error();
        }
    }
    const auto roster = state.rosters.of(keeper.county);
    auto question = question_of(query, keeper, state.clock.now());
    const auto found =
        db::in_transaction(state.pool, keeper, [&](db::Transaction& tx) -> Result<Proofs> {
            question.training_hours =
                store::training_hours(tx, keeper.county).value_or(kShippedTrainingHours);
            return store::proofs(tx, keeper.county, question.on);
        });
    if (!found) return found.error();
    return list_of(*territory, due_of(*roster, *found, question), question);
}

Result<StaffSettingsView> staff_settings(Staff::State& state, const db::Scope& scope) {
    return db::in_transaction(
        state.pool, scope, [&](db::Transaction& tx) -> Result<StaffSettingsView> {
            const auto hours = store::training_hours(tx, scope.county);
            return StaffSettingsView{hours.value_or(kShippedTrainingHours), !hours};
        });
}

Result<StaffSettingsView> set_staff_settings(Staff::State& state, const db::Scope& scope,
                                             const StaffSettings& wanted) {
    if (auto allowed = check_scope(scope, scope.county); !allowed) return allowed.error();
    const auto hours = static_cast<std::int32_t>(wanted.training_hours.value());
    return db::in_transaction(
        state.pool, scope, [&](db::Transaction& tx) -> Result<StaffSettingsView> {
            store::put_training_hours(tx, scope.county, hours);
            state.record(tx, scope, "staff.set_numbers", "staff_setting", scope.county);
            return StaffSettingsView{hours, false};
        });
}

}  // namespace jingwei::staff
