#include "cases/case_store.h"

#include "cases/statements.h"
#include "core/dto.h"
#include "core/search_words.h"

namespace jingwei::cases {
namespace {

/// Rows of case_co_unit come with these rounds only.
bool may_have_co_units(const CaseRecord& record) {
    return record.co_units > 0 || record.sessions > 0;
}

}  // namespace

std::optional<LoadedCase> hold_and_load(db::Transaction& tx, const std::string& county,
                                        Id<Case> id) {
    auto record = hold_and_find(tx, county, id);
    if (!record) return std::nullopt;
    LoadedCase loaded{.record = std::move(*record)};
    loaded.clocks = clocks_of(loaded.record);
    if (may_have_co_units(loaded.record)) {
        loaded.co_units = tx.all<CoUnitRow>(sql::list_co_units, county, id);
    }
    return loaded;
}

std::optional<CaseRecord> hold_and_find(db::Transaction& tx, const std::string& county,
                                        Id<Case> id) {
    return tx.maybe<CaseRecord>(sql::hold_case, county, id);
}

StepRow find_last_step(db::Transaction& tx, const std::string& county, Id<Case> id) {
    return tx.one<StepRow>(sql::find_last_step, county, id);
}

std::optional<StepReceipt> find_receipt(db::Transaction& tx, const std::string& county,
                                        const StepKey& step) {
    return tx.maybe<StepReceipt>(sql::find_step, county, step.id, step.action, step.account);
}

StepReceipt receipt_of(const CaseFixed& of, const StepRow& step) {
    return {of.id, of.code, step.no, step.state, step.at};
}

audit::Entry entry_of(const CaseFixed& of, const StepRow& step) {
    return {.county = of.county,
            .account = step.account.value_or(Id<Account>{}),
            .at = step.at,
            .action = "case." + enum_name(step.action),
            .subject_kind = "case",
            .subject = of.id.text()};
}

NewCase new_case_of(const CaseRecord& record) {
    return {record, search_words(record.description + '\n' + record.address)};
}

StepDone done_of(const StepRow& step) {
    return {.step_id = step.id,
            .action = step.action,
            .at = step.at,
            .account = step.account,
            .by_name = step.by_name,
            .by_duty = step.by_duty,
            .capacity = step.capacity,
            .text = step.text,
            .body = step.body};
}

void queue_case(db::Transaction& tx, const CaseRecord& record) {
    tx.queue_row(sql::insert_case, new_case_of(record));
}

void queue_update(db::Transaction& tx, const CaseRecord& record) {
    tx.queue_row(sql::update_case, record);
}

void queue_taken(db::Transaction& tx, const CaseRecord& record, const StepRow& step) {
    tx.queue_row(sql::take_step, StepWrite{record, done_of(step)});
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

Refusal about_files(Refusal refusal, bool has_files) {
    if (!has_files || refusal.code != "outside_your_scope") return refusal;
    return {RefusalKind::kInvalid, "case_files_unknown", "/files"};
}

void queue_reporter(db::Transaction& tx, const CaseFixed& of, const ReporterRow& reporter) {
    tx.queue(sql::insert_reporter, of.county, of.id, reporter.name_masked, reporter.phone_masked,
             reporter.contact_sealed, reporter.phone_key, reporter.wants_answer);
}

}  // namespace jingwei::cases
