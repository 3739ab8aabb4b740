#include "cases/ledger_store.h"

#include "cases/case_store.h"
#include "cases/statements.h"

namespace jingwei::cases {

std::optional<CaseRecord> StoredLedger::hold(const std::string& county, Id<Case> id) {
    return hold_and_find(tx_, county, id);
}

void StoredLedger::note_merge(const CaseRecord& of, const CaseRecord& survivor, Id<Step> step,
                              std::int32_t by) {
    tx_.queue(sql::count_merged, survivor.county, survivor.id, by);
    tx_.queue(sql::insert_merge, survivor.county, survivor.id, of.id, step);
}

void StoredLedger::ask_co_unit(const CaseRecord& of, Id<Unit> unit) {
    tx_.queue(sql::ask_co_unit, of.county, of.id, unit, of.received_at);
}

void StoredLedger::call_co_unit(const CaseRecord& of, Id<Unit> unit) {
    tx_.queue(sql::call_co_unit, of.county, of.id, unit, of.received_at);
}

void StoredLedger::attend_co_unit(const CaseRecord& of, Id<Unit> unit) {
    tx_.queue(sql::attend_co_unit, of.county, of.id, unit);
}

void StoredLedger::finish_co_unit(const CaseRecord& of, Id<Unit> unit, Time at) {
    tx_.queue(sql::finish_co_unit, of.county, of.id, unit, at);
}

void StoredLedger::stand_helpers(const CaseRecord& of, const HelpersStand& stand) {
    tx_.queue(sql::sort_co_units, of.county, of.id, stand.sort_at, stand.tasks_may_be_done,
              stand.session_called);
}

void StoredLedger::begin_session(const CaseRecord& of) {
    tx_.queue(sql::begin_session, of.county, of.id);
}

void StoredLedger::add_session(const CaseRecord& of, const SessionRow& session) {
    tx_.queue(sql::insert_session, of.county, of.id, session.no, session.meets_at,
              session.meeting_place, session.subject, session.summoned);
}

void StoredLedger::conclude_session(const CaseRecord& of, const std::string& decision, Time at) {
    tx_.queue(sql::conclude_session, of.county, of.id, of.sessions, decision, at);
}

void StoredLedger::raise_plate(const CaseRecord& of, const PlateRow& plate) {
    tx_.queue(sql::insert_plate, of.county, of.id, plate.id, plate.level, plate.cause,
              plate.issuer_name, plate.issuer_duty, plate.reason, plate.raised_at,
              plate.reply_due_at);
}

void StoredLedger::reply_plates(const CaseRecord& of, const std::string& reply, Time at) {
    tx_.queue(sql::reply_plate, of.county, of.id, reply, at);
}

void StoredLedger::lift_plates(const CaseRecord& of, Time at) {
    tx_.queue(sql::lift_plates, of.county, of.id, at);
}

}  // namespace jingwei::cases
