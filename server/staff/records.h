#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/text_type.h"
#include "staff/staff.h"

/// What is on file about the service of people in posts, and nothing about how they spend their
/// day: docs/adr/0082-records-of-service.md. Private to staff.
namespace jingwei::staff {

enum class RecordKind {
    kFilled,     ///< how a post was filled; the days are the term of office
    kContract,   ///< from its first to its last day; no last day: open-ended
    kTraining,   ///< on a day or several, of so many hours
    kEquipment,  ///< handed out on the first day, given back on the last
    kInsurance,  ///< accident insurance, from its first to its last day
    kAward,      ///< given on the first day
};
BOOST_DESCRIBE_ENUM(RecordKind, kFilled, kContract, kTraining, kEquipment, kInsurance, kAward)

enum class RecordManner {
    kElection,     ///< of a post that was filled
    kRecruitment,  ///< likewise
    kAppointment,  ///< likewise
    kBeforeDuty,   ///< of a training 岗前培训
    kYearly,       ///< likewise 年度培训
};
BOOST_DESCRIBE_ENUM(RecordManner, kElection, kRecruitment, kAppointment, kBeforeDuty, kYearly)

struct StaffRecord;  // names Id<StaffRecord>

/// What a record says, apart from whom and which kind.
struct RecordContent {
    std::optional<RecordManner> manner;  ///< of kFilled and kTraining alone, which need one
    std::optional<Id<Post>> post_id;     ///< kFilled needs one; kContract may have one
    Text<1, 120> title;
    Day from_on{};
    std::optional<Day> to_on;              ///< the last day; kInsurance needs one
    std::optional<Whole<1, 1'000>> hours;  ///< of kTraining alone, which needs them
    Lines<0, 1'000> note;
};
BOOST_DESCRIBE_STRUCT(RecordContent, (), (manner, post_id, title, from_on, to_on, hours, note))

/// POST /staff/{id}/records. The same id again gets the same answer.
struct AddRecord : RecordContent {
    Id<StaffRecord> id;
    RecordKind kind = RecordKind::kFilled;
};
BOOST_DESCRIBE_STRUCT(AddRecord, (RecordContent), (id, kind))

/// PATCH /staff-records/{id}: the whole content anew; what it said before stays on file.
struct ChangeRecord : RecordContent {
    Whole<1, 1'000'000> seen_version;
};
BOOST_DESCRIBE_STRUCT(ChangeRecord, (RecordContent), (seen_version))

/// DELETE /staff-records/{id}
struct RemoveRecord {
    Whole<1, 1'000'000> seen_version;
};
BOOST_DESCRIBE_STRUCT(RemoveRecord, (), (seen_version))

struct RecordView {
    Id<StaffRecord> id;
    Id<Member> member_id;
    RecordKind kind = RecordKind::kFilled;
    std::optional<RecordManner> manner;
    std::optional<Id<Post>> post_id;
    std::string title;
    Day from_on{};
    std::optional<Day> to_on;
    std::optional<std::int32_t> hours;
    std::string note;
    std::int32_t version = 1;
    std::optional<Id<Account>> written_by;  ///< this version; null: the system
    Time written_at;
    bool removed = false;  ///< entered by mistake; counts no more
};
BOOST_DESCRIBE_STRUCT(RecordView, (),
                      (id, member_id, kind, manner, post_id, title, from_on, to_on, hours, note,
                       version, written_by, written_at, removed))

struct RecordList {
    std::vector<RecordView> items;  ///< the latest day first
};
BOOST_DESCRIBE_STRUCT(RecordList, (), (items))

/// GET /staff/{id}/records
struct RecordQuery {
    std::optional<bool> removed;  ///< those entered by mistake as well
};
BOOST_DESCRIBE_STRUCT(RecordQuery, (), (removed))

/// What a record said once.
struct PastRecordView {
    std::int32_t version = 1;
    std::optional<RecordManner> manner;
    std::optional<Id<Post>> post_id;
    std::string title;
    Day from_on{};
    std::optional<Day> to_on;
    std::optional<std::int32_t> hours;
    std::string note;
    std::optional<Id<Account>> written_by;
    Time written_at;
};
BOOST_DESCRIBE_STRUCT(PastRecordView, (),
                      (version, manner, post_id, title, from_on, to_on, hours, note, written_by,
                       written_at))

struct PastRecordList {
    std::vector<PastRecordView> items;  ///< the latest first
};
BOOST_DESCRIBE_STRUCT(PastRecordList, (), (items))

/// Most records of one person, removed ones included.
inline constexpr std::size_t kMostRecords = 500;
/// What a transaction of a keeper of records says that it is about.
inline constexpr const char* kRecordDuty = "staff_record";

/// Whether the content fits the kind. Refuses record_manner_needed, record_manner_unfit,
/// record_post_needed, record_post_unfit, record_hours_needed, record_hours_unfit,
/// record_end_needed and record_days_reversed, each at its field. Pure.
Result<void> check_record(RecordKind kind, const RecordContent& content);

/// Below, `keeper` is principal.scope_for(permission::kStaffEdit, kRecordDuty). All refuse
/// outside_your_scope; what names a person, member_unknown; what names a record, record_unknown.
Result<RecordList> records_of(Staff::State& state, const db::Scope& keeper, Id<Member> member,
                              bool removed);
/// Those of the account itself, without removed ones; nothing for whoever is no member. `self`
/// needs no paths.
Result<RecordList> own_records(Staff::State& state, const db::Scope& self);
/// Also check_record(), post_unknown, id_taken, record_too_many.
Result<RecordView> add_record(Staff::State& state, const db::Scope& keeper, Id<Member> member,
                              const AddRecord& wanted);
/// Also check_record(), post_unknown, record_changed_meanwhile. What is the same already changes
/// nothing.
Result<RecordView> change_record(Staff::State& state, const db::Scope& keeper, Id<StaffRecord> id,
                                 const ChangeRecord& wanted);
/// Also record_changed_meanwhile.
Result<RecordView> remove_record(Staff::State& state, const db::Scope& keeper, Id<StaffRecord> id,
                                 std::int32_t seen_version);
Result<PastRecordList> past_of_record(Staff::State& state, const db::Scope& keeper,
                                      Id<StaffRecord> id);

}  // namespace jingwei::staff
