#include "staff/service_store.h"

#include "staff/statements.h"

namespace jingwei::staff::store {
namespace {

Time moment_of(const PageMark& mark) { return Time{std::chrono::microseconds{mark.at}}; }

Day day_of(const PageMark& mark) { return Day{std::chrono::days{mark.at}}; }

}  // namespace

std::vector<MeetingRow> meetings(db::Transaction& tx, std::string_view county,
                                 const MeetingSearch& search) {
    return tx.all<MeetingRow>(sql::list_meetings, county, search.path, search.from, search.to,
                              moment_of(search.before), search.before.id, search.limit);
}

std::optional<MeetingRow> find_meeting(db::Transaction& tx, std::string_view county,
                                       Id<Meeting> id) {
    return tx.maybe<MeetingRow>(sql::find_meeting, county, id);
}

bool insert_meeting(db::Transaction& tx, std::string_view county, const MeetingRow& meeting) {
    return tx.run(sql::insert_meeting, county, meeting.id, meeting.node_id, meeting.path,
                  meeting.held_at, meeting.subject, meeting.minutes, meeting.present,
                  meeting.excused, meeting.written_by, meeting.written_at) == 1;
}

void save_meeting(db::Transaction& tx, std::string_view county, const MeetingRow& meeting) {
    tx.queue(sql::save_meeting, county, meeting.id, meeting.held_at, meeting.subject,
             meeting.minutes, meeting.present, meeting.excused, meeting.written_by,
             meeting.written_at);
}

void delete_meeting(db::Transaction& tx, std::string_view county, Id<Meeting> id) {
    tx.queue(sql::delete_meeting, county, id);
}

std::vector<LogRow> log(db::Transaction& tx, std::string_view county, const LogSearch& search) {
    return tx.all<LogRow>(sql::list_log, county, search.member, search.path, search.from, search.to,
                          day_of(search.before), search.before.id, search.limit);
}

std::optional<LogRow> find_log(db::Transaction& tx, std::string_view county, Id<LogEntry> id) {
    return tx.maybe<LogRow>(sql::find_log, county, id);
}

bool insert_log(db::Transaction& tx, std::string_view county, const LogRow& entry) {
    return tx.run(sql::insert_log, county, entry.id, entry.member_id, entry.node_id, entry.path,
                  entry.day, entry.text, entry.written_at) == 1;
}

std::int64_t count_log(db::Transaction& tx, std::string_view county, Id<Member> member, Day day) {
    return tx.one<std::int64_t>(sql::count_log, county, member, day);
}

void save_log(db::Transaction& tx, std::string_view county, const LogRow& entry) {
    tx.queue(sql::save_log, county, entry.id, entry.text, entry.written_at);
}

void delete_log(db::Transaction& tx, std::string_view county, Id<LogEntry> id) {
    tx.queue(sql::delete_log, county, id);
}

}  // namespace jingwei::staff::store
