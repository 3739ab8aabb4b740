#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "core/result.h"
#include "core/text_type.h"
#include "staff/staff.h"

/// What people note of their day 工作日志, when they want to: nothing asks for it, nothing counts
/// it. Private to staff.
namespace jingwei::staff {

struct LogEntry;  // names Id<LogEntry>

/// POST /me/work-log. The same id again gets the same answer.
struct AddLogEntry {
    Id<LogEntry> id;
    Day day{};
    std::optional<Id<grid::Node>> node_id;  ///< at or below a post that one holds; absent: there
    Lines<1, 2'000> text;
};
BOOST_DESCRIBE_STRUCT(AddLogEntry, (), (id, day, node_id, text))

/// PATCH /me/work-log/{id}
struct ChangeLogEntry {
    Lines<1, 2'000> text;
};
BOOST_DESCRIBE_STRUCT(ChangeLogEntry, (), (text))

struct LogRow {
    Id<LogEntry> id;
    Id<Member> member_id;
    Id<grid::Node> node_id;
    std::string path;
    Day day{};
    std::string text;
    Time written_at;
};
BOOST_DESCRIBE_STRUCT(LogRow, (), (id, member_id, node_id, path, day, text, written_at))

struct LogView {
    Id<LogEntry> id;
    Id<Member> member_id;
    std::string name;
    Id<grid::Node> node_id;
    std::string path;
    std::string full_name;  ///< of the node
    Day day{};
    std::string text;
    Time written_at;  ///< last
};
BOOST_DESCRIBE_STRUCT(LogView, (),
                      (id, member_id, name, node_id, path, full_name, day, text, written_at))

/// GET /me/work-log
struct OwnLogQuery {
    std::optional<Text<1, 80>> after;
    std::optional<Whole<1, 100>> limit;  ///< 30 when absent
};
BOOST_DESCRIBE_STRUCT(OwnLogQuery, (), (after, limit))

/// GET /work-log: of a person, at and below a place, of some days; what is absent does not narrow.
struct LogQuery {
    std::optional<Id<Member>> member_id;
    std::optional<Text<6, 120>> path;
    std::optional<Day> from;
    std::optional<Day> to;  ///< the last day
    std::optional<Text<1, 80>> after;
    std::optional<Whole<1, 100>> limit;  ///< 30 when absent
};
BOOST_DESCRIBE_STRUCT(LogQuery, (), (member_id, path, from, to, after, limit))

/// Most entries of one person about one day.
inline constexpr std::int64_t kMostLogEntries = 20;
/// What a transaction that reads others' entries says that it is about.
inline constexpr const char* kLogDuty = "work_log";

/// The latest day first. `reader` is of kWorkLogRead with kLogDuty. not_a_cursor
Result<Page<LogView>> list_log(Staff::State& state, const db::Scope& reader, const LogQuery& query);
/// Nothing for whoever is no member. `self` needs no paths, here and below.
Result<Page<LogView>> own_log(Staff::State& state, const db::Scope& self, const OwnLogQuery& query);
/// log_no_post, log_elsewhere, log_in_future, log_too_many, id_taken
Result<LogView> add_log_entry(Staff::State& state, const db::Scope& self,
                              const AddLogEntry& wanted);
/// log_unknown for anybody else's, here and below.
Result<LogView> change_log_entry(Staff::State& state, const db::Scope& self, Id<LogEntry> id,
                                 const ChangeLogEntry& wanted);
Result<void> remove_log_entry(Staff::State& state, const db::Scope& self, Id<LogEntry> id);

}  // namespace jingwei::staff
