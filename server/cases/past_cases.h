#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "cases/actor.h"
#include "cases/case_actions.h"
#include "cases/case_views.h"
#include "cases/standing.h"
#include "cases/step_input.h"
#include "cases/world.h"
#include "core/seal.h"
#include "db/bulk_load.h"

namespace jingwei::cases {

struct PastCase;

/// What PastCases works with.
struct PastParts {
    World world;
    std::string county;
    const KeyRing& keys;                                 ///< seals reporters; borrowed
    std::function<Uuid(Time)> ids;                       ///< of the steps that timers take
    std::function<void(std::vector<db::CopyBatch>)> to;  ///< rows, in the order of their references
};

/// The case loop without a database, for whoever makes many past cases at once (the demo, a
/// benchmark): the same rules, settling and rows as Cases, so what it makes is what the service
/// would have written, but for the audit. No right of a row is asked here: who acts has to be
/// somebody who would see the case.
///
/// A case that has come to its end leaves as rows for COPY, with what hangs on it and the cases
/// that live on in it; what is held is the open, the closed and not yet archived. Time goes forward
/// only. Not thread-safe.
class PastCases {
public:
    explicit PastCases(PastParts parts);
    ~PastCases();

    /// Tables that the rows are for, all of this module.
    static db::BulkTables tables();

    /// As Cases has them, but that one which is not held has left since it was seen: case_moved_on,
    /// archived. Principals outlive this. `files` of the body and of steps are ids only.
    Result<StepReceipt> report(const access::Principal& who, const ReportCase& body, Time now);
    Result<StepReceipt> act(const access::Principal& who, Id<Case> id, const StepInput& input,
                            Time now);
    /// All that is due by itself; answers how many steps it took.
    std::size_t run_timers(Time now);
    /// Nothing: not here, or it has left.
    std::optional<Standing> standing(Id<Case> id) const;

    /// Whatever is still here leaves as it stands, and the numbers that were given out with it.
    void finish();

    /// How many cases are held.
    std::size_t held() const { return cases_.size(); }

private:
    struct Lines;

    const Actor& actor_of(const access::Principal& who);
    Result<StepReceipt> step(const Actor& actor, Id<Case> id, const StepInput& input, Time now);
    std::size_t run_timers_of(Id<Case> id, Time now);
    void answer_merged(Id<Case> survivor, Time now);
    void look_at(PastCase& past);
    void leave_if_over(Id<Case> id);
    void leave(Id<Case> id);
    void hand_over();
    std::string next_code(Time now);

    PastParts parts_;
    Actor system_;
    std::map<Id<Account>, Actor> actors_;
    std::unordered_map<Id<Case>, std::unique_ptr<PastCase>> cases_;
    std::set<std::pair<Time, Id<Case>>> looks_;  ///< by next_look_at
    std::map<std::int32_t, std::int64_t> numbers_;
    std::unique_ptr<Lines> lines_;
};

}  // namespace jingwei::cases
