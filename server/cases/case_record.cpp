#include "cases/case_record.h"

#include <algorithm>

#include "cases/clock_text.h"

namespace jingwei::cases {

Standing standing_of(const CaseRecord& record) {
    return {.state = record.state,
            .rounds = record,
            .extension = record.extension,
            .suspension = record.suspension,
            .session = record.session,
            .sample = record.sample,
            .plate = record.plate,
            .open_co_tasks = record.open_co_tasks,
            .merged_reports = record.merged_reports,
            .state_before = record.state_before,
            .designated = record.designated,
            .self_closed = record.self_closed,
            .confidential = record.confidential};
}

void set_standing(CaseRecord& record, const Standing& standing) {
    static_cast<Rounds&>(record) = standing.rounds;
    record.state = standing.state;
    record.extension = standing.extension;
    record.suspension = standing.suspension;
    record.session = standing.session;
    record.sample = standing.sample;
    record.plate = standing.plate;
    record.open_co_tasks = standing.open_co_tasks;
    record.merged_reports = standing.merged_reports;
    record.state_before = standing.state_before;
    record.designated = standing.designated;
    record.self_closed = standing.self_closed;
    record.confidential = standing.confidential;
}

std::vector<CaseClock> clocks_of(const CaseMoving& record) {
    return read_clock_text(record.clocks);
}

void keep_clocks(CaseMoving& record, std::span<const CaseClock> clocks) {
    record.clocks = clock_text(clocks);
    record.provisional = std::ranges::any_of(
        clocks, [](const CaseClock& clock) { return clock.provisional && clock.is_live(); });
}

}  // namespace jingwei::cases
