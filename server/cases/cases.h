#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "cases/case_actions.h"
#include "cases/case_numbers.h"
#include "cases/case_views.h"
#include "cases/draft.h"
#include "cases/known_cases.h"
#include "cases/live.h"
#include "cases/phone.h"
#include "cases/reporting.h"
#include "cases/residents.h"
#include "cases/step_input.h"
#include "cases/steps_together.h"
#include "cases/world.h"
#include "core/clock.h"
#include "core/messages.h"
#include "core/seal.h"
#include "db/pool.h"
#include "http/later.h"

namespace jingwei::http {
class Routes;
}  // namespace jingwei::http
namespace jingwei::jobs {
class Runner;
}

namespace jingwei::cases {

/// What the module works with. Borrowed; everything outlives Cases.
struct CasesParts {
    db::Pool& pool;
    const Clock& clock;
    const KeyRing& keys;
    const Messages& messages;
    Worlds worlds;
    LiveCases* live = nullptr;  ///< null: nobody listens (commands, tests)
};

/// An open case, as far as it matters where it lies.
struct OpenCase {
    Id<Case> id;
    std::optional<double> lon, lat;
};
BOOST_DESCRIBE_STRUCT(OpenCase, (), (id, lon, lat))

/// The front door: the case loop. Thread-safe.
///
/// Every write is one step. A step's id is made by the client; the same id again gets the same
/// receipt again, whatever has happened since. Reporting costs one round trip to the database, and
/// so does a step on a case that this server has just read or written; any other two.
class Cases {
public:
    /// The answer that comes when it is written; nothing, when that is postponed.
    using Receipt = std::optional<Result<StepReceipt>>;
    using Postpone = http::Postpone<StepReceipt>;

    explicit Cases(CasesParts parts);

    /// `who` outlives the answer.
    Receipt report(const access::Principal& who, const ReportCase& body, const Postpone& postpone);
    Receipt act(const access::Principal& who, Id<Case> id, const StepInput& input,
                const Postpone& postpone);
    /// The same for whoever can wait.
    Result<StepReceipt> report(const access::Principal& who, const ReportCase& body);
    Result<StepReceipt> act(const access::Principal& who, Id<Case> id, const StepInput& input);

    /// What a resident reports, who is nobody: the channel and the rest of `body` are for the
    /// caller to have checked.
    Result<ResidentReceipt> report_of_resident(const std::string& county, const ReportCase& body);
    /// Whether place, matter and times of such a report would be taken, without the database: asked
    /// before photos are kept for it.
    Result<void> would_take_of_resident(const std::string& county, const ReportCase& body);
    /// The case of that code (typed_case_code()), for who knows the last kTailDigits of the phone
    /// that it was raised with, whatever its channel. Nothing: no such case, no phone, or another
    /// one. Bounding the tries is the caller's.
    std::optional<FollowedCase> followed(const std::string& county, std::string_view code,
                                         std::string_view tail);
    /// follow_up or reopen of who followed() let in: as the reporter of that case.
    Result<StepReceipt> step_of_resident(const std::string& county, Id<Case> id,
                                         const StepInput& input);

    Result<CaseView> view(const access::Principal& who, Id<Case> id, Language language);
    Result<CaseView> view(const access::Principal& who, std::string_view code, Language language);
    /// The clear text. Writes down who read it and what for, or reads nothing.
    Result<ReporterContact> read_contact(const access::Principal& who, Id<Case> id,
                                         const ReadContact& body);
    /// Cases whose contact the reader may read. Writes down who looked and what for.
    Result<CallerHistory> caller_history(const access::Principal& who, const FindCaller& body);
    Result<WatchView> watch(const access::Principal& who, Id<Case> id, bool follow);

    /// One page; every view takes every filter. A whole case code as `q` finds that case alone.
    Result<CasePage> list(const access::Principal& who, const CaseQuery& query);
    /// All of its pages, for copies of lists: each as of its own moment, so a case that moves
    /// meanwhile may be met twice, or not at all. `after` and `limit` do not count. Stops when
    /// `take` answers false.
    using TakePage = std::function<bool(const std::vector<CaseRow>&)>;
    Result<void> each_page(const access::Principal& who, const CaseQuery& query,
                           const TakePage& take);
    Result<InboxCounts> counts(const access::Principal& who);
    Result<SimilarCases> similar(const access::Principal& who, const SimilarQuery& query);
    Result<FiguresView> figures(const access::Principal& who, const FiguresQuery& query);
    /// As of now, of what the reader sees.
    Result<SituationView> situation(const access::Principal& who, const SituationQuery& query);
    Result<CasePage> counted(const access::Principal& who, const CountedQuery& query);

    /// What is due by itself in a county: plates, the end of suspensions, the archive. Answers how
    /// many steps it took; bounded, so call again while it answers something.
    std::size_t run_timers(const std::string& county);
    /// Deadlines that were counted without a calendar, anew. After a year was imported.
    std::size_t recompute_provisional(const std::string& county);
    /// Tells the reporters of merged cases what the case that they live on in was answered.
    std::size_t answer_merged(const std::string& county, Id<Case> survivor);

    /// Open cases that lie on that very node, by id after `after`: at most `most`.
    std::vector<OpenCase> open_on(const std::string& county, std::string_view path, Id<Case> after,
                                  std::int32_t most);
    /// Its ground belongs to the node of `path` now: one step, taken by the system. Nothing when it
    /// lies there already, or is done. Refuses what a step refuses.
    Result<void> follow_grid(const std::string& county, Id<Case> id, const std::string& path);

    /// Steps and reports that wait for the next transaction.
    std::size_t queued_steps() const { return together_.waiting(); }
    /// Whether another would be refused.
    bool is_full() const { return together_.is_full(); }

    void add_routes(http::Routes& routes);
    void add_jobs(jobs::Runner& runner);

private:
    /// So many transactions write steps at the same time; who comes then, joins the next.
    static constexpr std::size_t kStepTransactions = 2;

    /// Who wants to take what step.
    struct StepTurn {
        const Actor& actor;
        World world;
        Id<Case> id;
        const StepInput& input;
    };
    /// What is to be done once it is committed.
    struct StepMade {
        std::vector<Id<Case>> moved{};  ///< to announce
        std::optional<LoadedCase> known{};
    };

    /// A step or report that can be written together with others.
    struct Together {
        ReadyStep ready;
        StepReceipt receipt;
        std::vector<CaseClock> clocks;
        std::vector<CoUnitRow> co_units{};
    };

    Receipt step(const Actor& actor, Id<Case> id, const StepInput& input, const Postpone& postpone);
    Result<StepReceipt> step(const Actor& actor, Id<Case> id, const StepInput& input);
    std::optional<Together> step_together(const StepTurn& turn, const LoadedCase& known) const;
    Result<StepReceipt> step_alone(const StepTurn& turn, std::shared_ptr<const LoadedCase> known);
    Receipt write_together(Together together, const Postpone& postpone,
                           std::function<Result<StepReceipt>()> alone);
    Draft draft_of(const StepTurn& turn, LoadedCase loaded, Ledger& ledger) const;
    Result<StepReceipt> step_on(const StepTurn& turn, std::shared_ptr<const LoadedCase> known);
    Result<StepReceipt> hold_and_take(db::Transaction& tx, const StepTurn& turn, StepMade& made);
    Result<StepReceipt> take_step(db::Transaction& tx, const StepTurn& turn, LoadedCase loaded,
                                  StepMade& made);
    Result<StepReceipt> report_alone(const Actor& actor, const ReportCase& body,
                                     const std::string& code);
    StepReceipt write_report(db::Transaction& tx, const ReportCase& body, const Reported& made);
    Result<StepReceipt> receipt_of_taken(const Actor& actor, Id<Case> id, const StepInput& input,
                                         const Refusal& refusal);
    Result<StepReceipt> receipt_of_earlier(const Actor& actor, const ReportCase& body,
                                           const Refusal& refusal);
    std::size_t run_timers_of(const Actor& system, Id<Case> id);
    void look_later(const Actor& system, Id<Case> id);
    bool recompute(const Actor& system, Id<Case> id);
    bool answer_one(const Actor& system, Id<Case> id, const std::string& answer);
    Result<void> answer_all_merged(const std::string& county, Id<Case> survivor);
    void announce(const std::string& county, const std::vector<Id<Case>>& moved) const;

    CasesParts parts_;
    CaseNumbers numbers_;
    KnownCases known_;
    StepsTogether together_;
};

/// Lets the runner recompute provisional deadlines soon: for whoever imports a year of the
/// calendar, in the transaction of the import. Not at once, since servers trust the calendar that
/// they know for a second.
void queue_recompute(db::Transaction& tx, const std::string& county, Time now);

/// What violated constraints of this module mean. Once per pool, before its first transaction.
void register_refusals(db::Pool& pool);

}  // namespace jingwei::cases
