#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "db/transaction.h"
#include "staff/meetings.h"
#include "staff/page_mark.h"
#include "staff/work_log.h"

/// The tables of meetings and of the work log. Private to staff.
namespace jingwei::staff::store {

struct MeetingSearch {
    std::optional<std::string> path;  ///< at and below it
    Time from;
    Time to;  ///< open end
    PageMark before;
    std::int32_t limit = 0;
};

/// The latest first.
std::vector<MeetingRow> meetings(db::Transaction& tx, std::string_view county,
                                 const MeetingSearch& search);
std::optional<MeetingRow> find_meeting(db::Transaction& tx, std::string_view county,
                                       Id<Meeting> id);
/// False, and nothing is touched, when the id is there already; so below.
bool insert_meeting(db::Transaction& tx, std::string_view county, const MeetingRow& meeting);
void save_meeting(db::Transaction& tx, std::string_view county, const MeetingRow& meeting);
void delete_meeting(db::Transaction& tx, std::string_view county, Id<Meeting> id);

struct LogSearch {
    std::optional<Id<Member>> member;
    std::optional<std::string> path;  ///< at and below it
    Day from{};
    Day to{};         ///< the last day
    PageMark before;  ///< counts days
    std::int32_t limit = 0;
};

/// The latest day first.
std::vector<LogRow> log(db::Transaction& tx, std::string_view county, const LogSearch& search);
std::optional<LogRow> find_log(db::Transaction& tx, std::string_view county, Id<LogEntry> id);
bool insert_log(db::Transaction& tx, std::string_view county, const LogRow& entry);
std::int64_t count_log(db::Transaction& tx, std::string_view county, Id<Member> member, Day day);
void save_log(db::Transaction& tx, std::string_view county, const LogRow& entry);
void delete_log(db::Transaction& tx, std::string_view county, Id<LogEntry> id);

}  // namespace jingwei::staff::store
