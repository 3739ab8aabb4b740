#include "cases/case_store.h"

#include "cases/statements.h"
#include "core/dto.h"
#include "core/search_words.h"

namespace jingwei::cases {
namespace {

std::vector<CaseClock> clocks_of(const std::vector<ClockRow>& rows) {
    std::vector<CaseClock> clocks;
    clocks.reserve(rows.size());
    for (const ClockRow& row : rows)
        clocks.push_back(clock_of(row));
    return clocks;
}

}  // namespace

LoadedForStep load_for_step(db::Transaction& tx, const std::string& county, Id<Case> id,
                            const StepKey& step) {
    tx.queue(sql::lock_case, county, id);
    auto record = tx.later<CaseRecord>(sql::find_case, county, id);
    auto receipt =
        tx.later<StepReceipt>(sql::find_step, county, step.id, step.action, step.account);
    auto clocks = tx.later<ClockRow>(sql::list_clocks, county, id);
    auto co_units = tx.later<CoUnitRow>(sql::list_co_units, county, id);
    auto last = tx.later<StepRow>(sql::find_last_step, county, id);
    LoadedForStep found;
    auto locked = record.maybe();
    found.receipt = receipt.maybe();
    auto clock_rows = clocks.all();
    auto co_unit_rows = co_units.all();
    auto last_step = last.maybe();
    if (locked && last_step) {
        found.loaded = LoadedCase{std::move(*locked), clocks_of(clock_rows),
                                  std::move(co_unit_rows), std::move(*last_step)};
    }
    return found;
}

std::optional<CaseRecord> lock_and_find(db::Transaction& tx, const std::string& county,
                                        Id<Case> id) {
    tx.queue(sql::lock_case, county, id);
    return tx.maybe<CaseRecord>(sql::find_case, county, id);
}

std::optional<StepReceipt> find_receipt(db::Transaction& tx, const std::string& county,
                                        const StepKey& step) {
    return tx.maybe<StepReceipt>(sql::find_step, county, step.id, step.action, step.account);
}

void queue_case(db::Transaction& tx, const CaseRecord& record) {
    const auto words = search_words(record.description + '\n' + record.address);
    tx.queue(sql::insert_case, Json{dto::print(record)}, words, record.county);
}

void queue_update(db::Transaction& tx, const CaseRecord& record) {
    tx.queue(sql::update_case, Json{dto::print(record)}, record.county, record.id);
}

void queue_clocks(db::Transaction& tx, const CaseFixed& of, const std::vector<CaseClock>& clocks) {
    std::vector<ClockRow> rows;
    for (const CaseClock& clock : clocks) {
        if (clock.changed) rows.push_back(row_of(clock, of));
    }
    if (!rows.empty()) tx.queue(sql::put_clocks, Json{dto::print(rows)}, of.county);
}

void queue_step(db::Transaction& tx, const CaseFixed& of, const StepRow& step) {
    tx.queue(sql::insert_step, of.county, of.id, step.no, step.id, step.action, step.at,
             step.account, step.by_name, step.by_duty, step.capacity, step.state, step.text,
             step.body);
}

void queue_files(db::Transaction& tx, const CaseFixed& of, std::int32_t step_no,
                 const std::vector<Id<File>>& files) {
    if (!files.empty()) tx.queue(sql::insert_files, of.county, of.id, step_no, files);
}

void queue_reporter(db::Transaction& tx, const CaseFixed& of, const ReporterRow& reporter) {
    tx.queue(sql::insert_reporter, of.county, of.id, reporter.name_masked, reporter.phone_masked,
             reporter.contact_sealed, reporter.phone_key, reporter.wants_answer);
}

}  // namespace jingwei::cases
