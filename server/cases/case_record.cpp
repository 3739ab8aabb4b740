#include "cases/case_record.h"

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

CaseClock clock_of(const ClockRow& row) {
    CaseClock clock{.stage = row.stage,
                    .round = row.round,
                    .holder = row.holder,
                    .started_at = row.started_at,
                    .limit = {row.limit_amount, row.limit_unit},
                    .yellow_at = row.yellow_at,
                    .due_at = row.due_at,
                    .provisional = row.provisional,
                    .end = row.ended,
                    .stopped_at = row.stopped_at,
                    .plate = row.plate};
    if (row.extra_amount) clock.extra = calendar::Limit{*row.extra_amount, *row.extra_unit};
    for (std::size_t at = 0; at < row.paused_from.size(); ++at) {
        calendar::Pause& pause = clock.pauses.emplace_back();
        pause.from = row.paused_from[at];
        if (at < row.paused_until.size()) pause.until = row.paused_until[at];
    }
    return clock;
}

ClockRow row_of(const CaseClock& clock, const CaseFixed& of) {
    ClockRow row{.county = of.county,
                 .case_id = of.id,
                 .stage = clock.stage,
                 .round = clock.round,
                 .holder = clock.holder,
                 .started_at = clock.started_at,
                 .limit_amount = clock.limit.amount,
                 .limit_unit = clock.limit.unit,
                 .yellow_at = clock.yellow_at,
                 .due_at = clock.due_at,
                 .provisional = clock.provisional,
                 .ended = clock.end,
                 .stopped_at = clock.stopped_at,
                 .plate = clock.plate};
    if (clock.extra) {
        row.extra_amount = clock.extra->amount;
        row.extra_unit = clock.extra->unit;
    }
    for (const calendar::Pause& pause : clock.pauses) {
        row.paused_from.push_back(pause.from);
        if (pause.until) row.paused_until.push_back(*pause.until);
    }
    return row;
}

}  // namespace jingwei::cases
