#include "staff/record_store.h"

#include "staff/statements.h"

namespace jingwei::staff::store {

/// Sums over one person's records.
struct ProofRow {
    Id<Member> member_id;
    std::int64_t hours = 0;
    std::optional<Day> trained_before_duty;
    bool open_contract = false;
    std::optional<Day> contract_to;
    std::optional<Day> insured_to;
};
BOOST_DESCRIBE_STRUCT(ProofRow, (),
                      (member_id, hours, trained_before_duty, open_contract, contract_to,
                       insured_to))

struct FilledRow {
    Id<Member> member_id;
    Id<Post> post_id;
};
BOOST_DESCRIBE_STRUCT(FilledRow, (), (member_id, post_id))

std::vector<RecordView> records(db::Transaction& tx, std::string_view county, Id<Member> member,
                                bool removed) {
    return tx.all<RecordView>(sql::list_records, county, member, removed);
}

std::int64_t count_records(db::Transaction& tx, std::string_view county, Id<Member> member) {
    return tx.one<std::int64_t>(sql::count_records, county, member);
}

std::optional<RecordRow> find_record(db::Transaction& tx, std::string_view county,
                                     Id<StaffRecord> id) {
    return tx.maybe<RecordRow>(sql::find_record, county, id);
}

bool insert_record(db::Transaction& tx, std::string_view county, const RecordRow& record) {
    return tx.run(sql::insert_record, county, record.id, record.member_id, record.path, record.kind,
                  record.manner, record.post_id, record.title, record.from_on, record.to_on,
                  record.hours, record.note, record.written_by, record.written_at) == 1;
}

bool save_record(db::Transaction& tx, std::string_view county, const RecordView& record) {
    const std::int32_t before = record.version - 1;
    if (tx.run(sql::keep_record, county, record.id, before) != 1) return false;
    return tx.run(sql::save_record, county, record.id, before, record.manner, record.post_id,
                  record.title, record.from_on, record.to_on, record.hours, record.note,
                  record.written_by, record.written_at, record.removed) == 1;
}

std::vector<PastRecordView> past_records(db::Transaction& tx, std::string_view county,
                                         Id<StaffRecord> id) {
    return tx.all<PastRecordView>(sql::list_past_records, county, id);
}

Proofs proofs(db::Transaction& tx, std::string_view county, Day on) {
    const Day new_year{std::chrono::year_month_day{on}.year() / std::chrono::January / 1};
    auto sums = tx.later<ProofRow>(sql::sum_records, county, new_year, on);
    auto filled = tx.later<FilledRow>(sql::list_filled, county, on);
    Proofs found;
    for (const ProofRow& row : sums.all()) {
        found[row.member_id] = {row.hours,       row.trained_before_duty, row.open_contract,
                                row.contract_to, row.insured_to,          {}};
    }
    for (const FilledRow& row : filled.all())
        found[row.member_id].filled.insert(row.post_id);
    return found;
}

std::optional<std::int32_t> training_hours(db::Transaction& tx, std::string_view county) {
    return tx.maybe<std::int32_t>(sql::find_training_hours, county);
}

void put_training_hours(db::Transaction& tx, std::string_view county, std::int32_t hours) {
    tx.queue(sql::put_training_hours, county, hours);
}

bool insert_handover(db::Transaction& tx, std::string_view county, const HandoverRow& handover) {
    return tx.run(sql::insert_handover, county, handover.id, handover.member_id,
                  handover.to_member_id, handover.path, handover.at, handover.note, handover.ended,
                  handover.begun, handover.written_by, handover.written_at) == 1;
}

std::optional<HandoverRow> find_handover(db::Transaction& tx, std::string_view county,
                                         Id<Handover> id) {
    return tx.maybe<HandoverRow>(sql::find_handover, county, id);
}

std::vector<HandoverRow> handovers(db::Transaction& tx, std::string_view county, Id<Member> member,
                                   std::int32_t limit) {
    return tx.all<HandoverRow>(sql::list_handovers, county, member, limit);
}

}  // namespace jingwei::staff::store
