#include "cases/cases.h"
#include "cases/standing.h"
#include "cases/statements.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

constexpr int kTries = 3;  // where people may be faster

}  // namespace

std::vector<OpenCase> Cases::open_on(const std::string& county, std::string_view path,
                                     Id<Case> after, std::int32_t most) {
    const Actor system = Actor::system(county);
    return db::in_transaction(parts_.pool, system.scope,
                              [&](db::Transaction& tx) -> Result<std::vector<OpenCase>> {
                                  return tx.all<OpenCase>(sql::list_open_on_node, county, path,
                                                          after, most);
                              })
        .value();
}

Result<void> Cases::follow_grid(const std::string& county, Id<Case> id, const std::string& path) {
    const Actor system = Actor::system(county);
    Refusal faster;
    for (int tries = 0; tries < kTries; ++tries) {
        const auto seen = db::in_transaction(
            parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<CaseRecord> {
                auto record = tx.maybe<CaseRecord>(sql::find_case, county, id);
                if (!record) return Refusal{RefusalKind::kNotFound, "case_not_found"};
                return *std::move(record);
            });
        if (!seen) return seen.error();
        if (!is_open(seen->state) || seen->grid_path == path) return {};
        StepInput input;
        input.action = Action::kFollowGrid;
        input.step_id = Id<Step>::make(parts_.clock.now());
        input.expected_step = seen->step_no;
        input.path = path;
        const auto taken = step(system, id, input);
        if (taken) return {};
        faster = taken.error();
        if (faster.code != "case_moved_on") break;
    }
    return faster;
}

}  // namespace jingwei::cases
