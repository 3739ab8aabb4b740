#include "cases/residents.h"

#include "cases/case_numbers.h"
#include "cases/cases.h"
#include "cases/draft.h"
#include "cases/statements.h"
#include "core/octets.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What no tail equals.
const std::string kNoTail(kTailDigits, '*');

std::string tail_of(std::string_view phone_masked) {
    if (phone_masked.size() < kTailDigits) return kNoTail;
    const auto tail = phone_masked.substr(phone_masked.size() - kTailDigits);
    return std::ranges::all_of(tail, is_digit) ? std::string{tail} : kNoTail;
}

/// Of what a resident may say to it, what the loop would let him say now.
std::vector<Action> open_to(const Actor& resident, const CaseRecord& record, const World& world,
                            Time now) {
    const auto clocks = clocks_of(record);
    const auto around =
        surroundings_of(record, clocks, world, world.numbers_of(record.reported_at).bounds, now);
    std::vector<Action> open;
    for (const Action action : {Action::kFollowUp, Action::kReopen}) {
        const auto mine = Standpoint{resident, record, {}, world, now}.capacities_for(action);
        if (allowed(action, standing_of(record), mine, around)) open.push_back(action);
    }
    return open;
}

}  // namespace

bool is_tail_of(const std::optional<CodeRow>& row, std::string_view tail) {
    const std::string expected = row ? tail_of(row->phone_masked) : kNoTail;
    return same_octets(expected, tail) && expected != kNoTail;
}

Result<void> Cases::would_take_of_resident(const std::string& county, const ReportCase& body) {
    const auto located =
        locate(body, Actor::passer_by(county), parts_.worlds(county), parts_.clock.now());
    if (!located) return located.error();
    return {};
}

Result<ResidentReceipt> Cases::report_of_resident(const std::string& county,
                                                  const ReportCase& body) {
    const Actor actor = Actor::passer_by(county);
    const auto written = report_alone(actor, body, numbers_.next(county, parts_.clock.now()));
    if (!written) return written.error();
    return db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<ResidentReceipt> {
            tx.ends_with_next();
            return tx.one<ResidentReceipt>(sql::find_resident_receipt, county, body.id);
        });
}

std::optional<FollowedCase> Cases::followed(const std::string& county, std::string_view code,
                                            std::string_view tail) {
    const Actor actor = Actor::resident(county);
    const World world = parts_.worlds(county);
    const std::string digits = number_of(tail);
    const std::string typed = typed_case_code(code).value_or(std::string{code});
    auto found = db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<FollowedCase> {
            const auto row = tx.maybe<CodeRow>(sql::find_code, county, typed);
            if (!is_tail_of(row, digits)) return Refusal{RefusalKind::kNotFound, "case_not_found"};
            tx.ends_with_next();
            auto record = tx.later<CaseRecord>(sql::find_case, county, row->id);
            auto steps = tx.later<StepRow>(sql::list_steps, county, row->id);
            return FollowedCase{*record.maybe(), steps.all()};
        });
    if (!found) return std::nullopt;
    found->open = open_to(actor, found->record, world, parts_.clock.now());
    return *std::move(found);
}

Result<StepReceipt> Cases::step_of_resident(const std::string& county, Id<Case> id,
                                            const StepInput& input) {
    return step(Actor::resident(county), id, input);
}

}  // namespace jingwei::cases
