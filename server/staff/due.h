#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/text_type.h"
#include "staff/due_rules.h"
#include "staff/staff.h"

/// What is due in the records of people in posts, and what a county asks for. Private to staff.
namespace jingwei::staff {

/// GET /staff/due
struct DueQuery {
    std::optional<Text<6, 120>> path;  ///< of the posts; the whole county when absent
    std::optional<Day> on;             ///< today when absent
};
BOOST_DESCRIBE_STRUCT(DueQuery, (), (path, on))

struct DueView {
    DueKind kind = DueKind::kUntrained;
    Id<Member> member_id;
    std::string name;
    Id<Post> post_id;
    PostKind post_kind = PostKind::kWorker;
    std::string title;
    Id<grid::Node> node_id;
    std::string path;
    std::string full_name;
    std::optional<Day> day;  ///< began, ends or ended
    std::int64_t hours = 0;  ///< of training_short: so many so far
};
BOOST_DESCRIBE_STRUCT(DueView, (),
                      (kind, member_id, name, post_id, post_kind, title, node_id, path, full_name,
                       day, hours))

struct DueCount {
    DueKind kind = DueKind::kUntrained;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(DueCount, (), (kind, count))

struct DueList {
    Day on{};
    std::int32_t training_hours = 0;  ///< a year, as the county asks for
    std::int64_t total = 0;           ///< listed or not
    std::vector<DueCount> counts;     ///< of every kind, listed or not
    std::vector<DueView> items;       ///< the first 1,000, by place
};
BOOST_DESCRIBE_STRUCT(DueList, (), (on, training_hours, total, counts, items))

/// PUT /staff/settings
struct StaffSettings {
    Whole<0, 400> training_hours;  ///< a year; 0: none are asked for
};
BOOST_DESCRIBE_STRUCT(StaffSettings, (), (training_hours))

struct StaffSettingsView {
    std::int32_t training_hours = kShippedTrainingHours;
    bool shipped = true;  ///< the county has set nothing
};
BOOST_DESCRIBE_STRUCT(StaffSettingsView, (), (training_hours, shipped))

/// Of people whose records are kept inside the paths of `keeper` and who hold a post at or below
/// the path. node_unknown
Result<DueList> due_list(Staff::State& state, const db::Scope& keeper, const DueQuery& query);

/// `scope` needs no paths.
Result<StaffSettingsView> staff_settings(Staff::State& state, const db::Scope& scope);
/// For the whole county: outside_your_scope.
Result<StaffSettingsView> set_staff_settings(Staff::State& state, const db::Scope& scope,
                                             const StaffSettings& wanted);

}  // namespace jingwei::staff
