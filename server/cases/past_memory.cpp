#include "cases/past_memory.h"

#include <algorithm>

namespace jingwei::cases {

void PastLedger::keep() {
    of_.helpers = std::move(helpers_);
    of_.sessions = std::move(sessions_);
    of_.plates = std::move(plates_);
    if (!survivor_) return;
    PastCase& survivor = *all_.at(*survivor_);
    survivor.merges.push_back(merge_);
    survivor.record.merged_reports += survivor_by_;
    ++survivor.record.revision;
    if (survivor_by_ > 0) survivor.merged.push_back(of_.record.id);
    if (survivor_by_ < 0) std::erase(survivor.merged, of_.record.id);
}

std::optional<CaseRecord> PastLedger::hold(const std::string&, Id<Case> id) {
    const auto found = all_.find(id);
    return found == all_.end() ? std::nullopt : std::optional{found->second->record};
}

void PastLedger::note_merge(const CaseRecord& of, const CaseRecord& survivor, Id<Step> step,
                            std::int32_t by) {
    survivor_ = survivor.id;
    survivor_by_ = by;
    merge_ = {of.county, survivor.id, of.id, step};
}

PastHelper& PastLedger::helper(const CaseRecord& of, Id<Unit> unit) {
    auto found = std::ranges::lower_bound(helpers_, unit, {},
                                          [](const PastHelper& one) { return one.row.unit_id; });
    if (found == helpers_.end() || found->row.unit_id != unit) {
        found = helpers_.insert(
            found, {.row = {.unit_id = unit}, .rest = {.received_at = of.received_at}});
    }
    return *found;
}

void PastLedger::ask_co_unit(const CaseRecord& of, Id<Unit> unit) {
    PastHelper& asked = helper(of, unit);
    asked.row.has_task = true;
    asked.row.done_at.reset();
}

void PastLedger::call_co_unit(const CaseRecord& of, Id<Unit> unit) {
    PastHelper& called = helper(of, unit);
    called.rest.called = true;
    called.row.attended = false;
}

void PastLedger::attend_co_unit(const CaseRecord& of, Id<Unit> unit) {
    helper(of, unit).row.attended = true;
}

void PastLedger::finish_co_unit(const CaseRecord& of, Id<Unit> unit, Time at) {
    helper(of, unit).row.done_at = at;
}

void PastLedger::stand_helpers(const CaseRecord&, const HelpersStand& stand) {
    for (auto& [row, rest] : helpers_) {
        rest.sort_at = stand.sort_at;
        rest.waits = (row.has_task && !row.done_at && stand.tasks_may_be_done) ||
                     (rest.called && !row.attended && stand.session_called);
    }
}

void PastLedger::begin_session(const CaseRecord&) {
    for (auto& [row, rest] : helpers_)
        rest.called = row.attended = false;
}

void PastLedger::add_session(const CaseRecord&, const SessionRow& session) {
    sessions_.push_back({session, {}});
}

void PastLedger::conclude_session(const CaseRecord& of, const std::string& decision, Time at) {
    for (auto& [row, rest] : sessions_) {
        if (row.no != of.sessions) continue;
        row.decision = decision;
        rest.concluded_at = at;
    }
}

void PastLedger::raise_plate(const CaseRecord&, const PlateRow& plate) { plates_.push_back(plate); }

void PastLedger::reply_plates(const CaseRecord&, const std::string& reply, Time at) {
    for (PlateRow& plate : plates_) {
        if (plate.lifted_at || plate.reply) continue;
        plate.reply = reply;
        plate.replied_at = at;
    }
}

void PastLedger::lift_plates(const CaseRecord&, Time at) {
    for (PlateRow& plate : plates_)
        if (!plate.lifted_at) plate.lifted_at = at;
}

std::string tsvector_of(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += text.empty() ? "'" : " '";
        for (const char each : word) {
            if (each == '\'' || each == '\\') text += each;
            text += each;
        }
        text += '\'';
    }
    return text;
}

}  // namespace jingwei::cases
