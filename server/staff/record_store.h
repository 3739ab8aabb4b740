#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/transaction.h"
#include "staff/due_rules.h"
#include "staff/handover.h"
#include "staff/records.h"

/// The tables of records, of what a county asks for, and of hand-overs. Private to staff.
namespace jingwei::staff::store {

/// A record with the path that its rights hang on.
struct RecordRow : RecordView {
    std::string path;
};
BOOST_DESCRIBE_STRUCT(RecordRow, (RecordView), (path))

/// By the latest day first.
std::vector<RecordView> records(db::Transaction& tx, std::string_view county, Id<Member> member,
                                bool removed);
std::int64_t count_records(db::Transaction& tx, std::string_view county, Id<Member> member);
std::optional<RecordRow> find_record(db::Transaction& tx, std::string_view county,
                                     Id<StaffRecord> id);
/// False, and nothing is touched, when the id is there already.
bool insert_record(db::Transaction& tx, std::string_view county, const RecordRow& record);
/// What the record says now is kept, and takes the place of what it said: both or none. False when
/// its version is not the one before `record.version`.
bool save_record(db::Transaction& tx, std::string_view county, const RecordView& record);
std::vector<PastRecordView> past_records(db::Transaction& tx, std::string_view county,
                                         Id<StaffRecord> id);

/// What is on file of everybody whose records the transaction may read, about the year of `on`.
Proofs proofs(db::Transaction& tx, std::string_view county, Day on);

std::optional<std::int32_t> training_hours(db::Transaction& tx, std::string_view county);
void put_training_hours(db::Transaction& tx, std::string_view county, std::int32_t hours);

bool insert_handover(db::Transaction& tx, std::string_view county, const HandoverRow& handover);
std::optional<HandoverRow> find_handover(db::Transaction& tx, std::string_view county,
                                         Id<Handover> id);
/// Given or taken by that person, the latest first, at most `limit`.
std::vector<HandoverRow> handovers(db::Transaction& tx, std::string_view county, Id<Member> member,
                                   std::int32_t limit);

}  // namespace jingwei::staff::store
