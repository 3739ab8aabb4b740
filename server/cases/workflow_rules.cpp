#include "cases/workflow_rules.h"

#include <algorithm>

#include "cases/conditions.h"

namespace jingwei::cases {
namespace {

using namespace condition;
using enum State;
using enum Action;
using enum Capacity;

constexpr States on_desk{kReported, kAccepted};
constexpr States at_unit{kAssigned, kHandling};
constexpr States open{kReported, kAccepted, kAssigned, kHandling, kHandled, kVerified, kAnswered};
constexpr States done{kClosed, kFollowedUp};
constexpr States unended{kReported, kAccepted, kAssigned, kHandling,   kHandled,
                         kVerified, kAnswered, kClosed,   kFollowedUp, kMerged};
constexpr States any{kReported, kAccepted, kAssigned,   kHandling, kHandled,  kVerified, kAnswered,
                     kClosed,   kMerged,   kFollowedUp, kArchived, kRejected, kVoided};

constexpr Capacities field{kWorker, kLead};
constexpr Capacities desks{kDesk, kUpper};
constexpr Capacities unit{kLeadUnit};
constexpr Capacities units{kLeadUnit, kCoUnit};
constexpr Capacities helpers{kCoUnit, kDesk, kUpper};
constexpr Capacities resumers{kLeadUnit, kDesk, kUpper, kSystem};
constexpr Capacities checkers{kWorker, kLead, kDesk, kUpper};
constexpr Capacities tellers{kReporter, kWorker, kLead, kDesk, kUpper};
constexpr Capacities askers{kReporter, kWorker, kLead, kDesk, kUpper, kSupervisor};
constexpr Capacities closers{kDesk, kUpper, kSystem};
constexpr Capacities pushers{kDesk, kUpper, kSupervisor};
constexpr Capacities raisers{kDesk, kUpper, kSupervisor, kSystem};
constexpr Capacities urgers{kReporter, kLead, kInstructor, kDesk, kUpper, kSupervisor};
constexpr Capacities above{kUpper, kSupervisor};
constexpr Capacities advisers{kInstructor, kUpper, kSupervisor};
constexpr Capacities replier{kLeadUnit, kDesk};
constexpr Capacities callers{kLead, kDesk};
constexpr Capacities contacts{kReporter, kWorker, kLead, kDesk, kUpper, kLeadUnit, kSupervisor};
constexpr Capacities timer{kSystem};
constexpr Capacities everyone{kReporter, kWorker,   kLead,   kInstructor, kDesk,
                              kUpper,    kLeadUnit, kCoUnit, kSupervisor};

constexpr std::nullopt_t stays = std::nullopt;
constexpr Spends nothing = nullptr;
constexpr Spends returns = &Rounds::returns;
constexpr Spends reworks = &Rounds::reworks;
constexpr Spends reopens = &Rounds::reopens;
constexpr Spends passes = &Rounds::passes;
constexpr Spends merges = &Rounds::merges;
constexpr Spends extensions = &Rounds::extensions;
constexpr Spends suspensions = &Rounds::suspensions;
constexpr Spends sessions = &Rounds::sessions;
constexpr Spends plates = &Rounds::plates;
constexpr Spends co_units = &Rounds::co_units;
constexpr Spends secrecies = &Rounds::secrecies;

// clang-format off
constexpr Rule kRules[] = {
//doing this        in these     is for    leads to     spends a     when all of this holds
// taking in
{kSelfClose,        {kReported}, field,    kClosed,     nothing,     {grid_may_close, first_time}},
{kAccept,           {kReported}, desks,    kAccepted,   nothing,     {}},
{kReject,           {kReported}, desks,    kRejected,   nothing,     {holds_no_reports}},
{kPassUp,           on_desk,     desks,    stays,       passes,      {desk_above}},
{kPassDown,         on_desk,     desks,    stays,       passes,      {desk_below}},

// sending out: whoever sends a reported case out has accepted it
{kAssign,           on_desk,     desks,    kAssigned,   nothing,     {returns_left}},
{kDesignate,        on_desk,     desks,    kAssigned,   nothing,     {returned_enough}},
{kSign,             {kAssigned}, unit,     kHandling,   nothing,     {}},
{kReturn,           at_unit,     unit,     kAccepted,   returns,     {not_designated, running}},

// doing it
{kArrive,           at_unit,     units,    stays,       nothing,     {arrival_awaited}},
{kHandle,           {kHandling}, unit,     kHandled,    nothing,     {running, co_tasks_done}},
{kAddCoUnit,        at_unit,     desks,    stays,       co_units,    {running}},
{kFinishCoTask,     at_unit,     helpers,  stays,       nothing,     {co_task_open}},
{kAskExtension,     at_unit,     unit,     stays,       extensions,  {no_red_plate, before_due}},
{kGrantExtension,   at_unit,     desks,    stays,       nothing,     {extension_asked}},
{kRefuseExtension,  at_unit,     desks,    stays,       nothing,     {extension_asked}},
{kAskSuspension,    at_unit,     unit,     stays,       suspensions, {no_suspension}},
{kSuspend,          at_unit,     desks,    stays,       suspensions, {running}},
{kRefuseSuspension, at_unit,     desks,    stays,       nothing,     {suspension_asked}},
{kResume,           at_unit,     resumers, stays,       nothing,     {is_suspended}},

// checking, telling, ending
{kVerifyPass,       {kHandled},  checkers, kVerified,   nothing,     {}},
{kVerifyFail,       {kHandled},  checkers, kHandling,   reworks,     {}},
{kAnswer,           {kVerified}, tellers,  kAnswered,   nothing,     {}},
{kClose,            {kAnswered}, desks,    kClosed,     nothing,     {}},
{kClose,            {kVerified}, desks,    kClosed,     nothing,     {nobody_waits}},
{kSamplePass,       done,        pushers,  stays,       nothing,     {sample_due}},
{kSampleFail,       done,        pushers,  kReported,   reopens,     {sample_due}},
{kFollowUp,         {kClosed},   askers,   kFollowedUp, nothing,     {}},
{kAnswer,           {kMerged},   timer,    stays,       nothing,     {}},
{kFollowUp,         {kMerged},   askers,   stays,       nothing,     {survivor_answered, unjudged}},
{kReopen,           done,        askers,   kAccepted,   reopens,     {}},
{kArchive,          done,        closers,  kArchived,   nothing,     {no_sample_due}},
{kVoid,             open,        pushers,  kVoided,     nothing,     {holds_no_reports}},

// one problem, several reports; unmerge leads back to where it was
{kMerge,            open,        desks,    kMerged,     merges,      {holds_no_reports, running}},
{kUnmerge,          {kMerged},   desks,    stays,       nothing,     {}},

// pushing
{kUrge,             open,        urgers,   stays,       nothing,     {}},
{kInstruct,         open,        advisers, stays,       nothing,     {}},
{kRaisePlate,       open,        raisers,  stays,       plates,      {no_red_plate}},
{kReplyPlate,       open,        replier,  stays,       nothing,     {plate_up}},
{kLiftPlate,        open,        above,    stays,       nothing,     {plate_up}},

// together
{kWhistle,          open,        callers,  stays,       sessions,    {no_session_called}},
{kAttend,           open,        units,    stays,       nothing,     {session_called}},
{kConcludeSession,  open,        callers,  stays,       nothing,     {session_called}},

// saying, and who may hear it
{kComment,          unended,     everyone, stays,       nothing,     {}},
{kReadContact,      any,         contacts, stays,       nothing,     {}},
{kMakeConfidential, unended,     pushers,  stays,       secrecies,   {not_confidential}},
{kLiftConfidential, unended,     pushers,  stays,       nothing,     {confidential}},
{kRecompute,        unended,     timer,    stays,       nothing,     {}},
{kFollowGrid,       open,        timer,    stays,       nothing,     {}},
};
// clang-format on

struct UsedUp {
    Spends kind;
    std::string_view code;
};

constexpr UsedUp kUsedUp[] = {
    {returns, "case_returns_used_up"},         {reworks, "case_reworks_used_up"},
    {reopens, "case_reopens_used_up"},         {passes, "case_passes_used_up"},
    {merges, "case_merges_used_up"},           {extensions, "case_extensions_used_up"},
    {suspensions, "case_suspensions_used_up"}, {sessions, "case_sessions_used_up"},
    {plates, "case_plates_used_up"},           {co_units, "case_co_units_used_up"},
    {secrecies, "case_secrecies_used_up"},
};

std::string_view used_up_code(Spends kind) {
    return std::ranges::find(kUsedUp, kind, &UsedUp::kind)->code;
}

Refusal conflict(std::string_view code) {
    return Refusal{RefusalKind::kConflict, std::string{code}};
}

/// A suspension that was asked for has already spent its round.
bool has_spent_already(const Rule& rule, const Standing& standing) {
    return rule.action == kSuspend && standing.suspension == Suspension::kAsked;
}

bool spends_now(const Rule& rule, const Standing& standing) {
    return rule.spends != nullptr && !has_spent_already(rule, standing);
}

/// What a unit asked while it had the case is void once it has it no longer.
void drop_what_was_asked(Standing& standing) {
    if (at_unit.has(standing.state)) return;
    if (standing.extension == Extension::kAsked) standing.extension = Extension::kLapsed;
    standing.suspension = Suspension::kNone;
}

void raise(Standing& standing, Plate plate) {
    standing.plate = plate;
    if (plate == Plate::kRed && standing.extension == Extension::kAsked) {
        standing.extension = Extension::kLapsed;
    }
}

void unmerge(Standing& standing) {
    standing.state = standing.state_before.value_or(kReported);
    standing.state_before.reset();
}

/// What is asked for more time, and decided.
void mark_time(Action action, Standing& standing) {
    switch (action) {
        case kAskExtension:
            standing.extension = Extension::kAsked;
            return;
        case kGrantExtension:
            standing.extension = Extension::kGranted;
            return;
        case kRefuseExtension:
            standing.extension = Extension::kRefused;
            return;
        case kAskSuspension:
            standing.suspension = Suspension::kAsked;
            return;
        case kSuspend:
            standing.suspension = Suspension::kOn;
            return;
        case kRefuseSuspension:
        case kResume:
            standing.suspension = Suspension::kNone;
            return;
        default:
            return;
    }
}

void mark_session(Action action, Standing& standing, const Told& told) {
    if (action == kWhistle) standing.session = Session::kCalled;
    if (action != kConcludeSession) return;
    standing.session = Session::kConcluded;
    standing.open_co_tasks += told.tasks;
}

void mark(Action action, Standing& standing, const Told& told) {
    mark_time(action, standing);
    mark_session(action, standing, told);
    switch (action) {
        case kSelfClose:
            standing.self_closed = true;
            standing.sample = told.sampled ? Sample::kDue : Sample::kNone;
            return;
        case kAssign:
        case kDesignate:
            standing.designated = action == kDesignate;
            return;
        case kAddCoUnit:
            ++standing.open_co_tasks;
            return;
        case kFinishCoTask:
            --standing.open_co_tasks;
            return;
        case kSamplePass:
            standing.sample = Sample::kPassed;
            return;
        case kSampleFail:
            standing.sample = Sample::kFailed;
            return;
        case kUnmerge:
            unmerge(standing);
            return;
        case kRaisePlate:
            raise(standing, told.plate);
            return;
        case kLiftPlate:
            standing.plate = Plate::kNone;
            return;
        case kMakeConfidential:
        case kLiftConfidential:
            standing.confidential = action == kMakeConfidential;
            return;
        default:
            return;
    }
}

}  // namespace

std::span<const Rule> rules() { return kRules; }

Result<const Rule*> allowed(Action action, const Standing& standing, Capacities mine,
                            const Surroundings& around) {
    const auto* rule = std::ranges::find_if(kRules, [&](const Rule& row) {
        return row.action == action && row.from.has(standing.state);
    });
    if (rule == std::end(kRules)) return conflict("case_wrong_state");
    if (!rule->by.meets(mine)) return Refusal{RefusalKind::kForbidden, "case_wrong_capacity"};
    for (const Condition* condition : rule->when) {
        if (!condition->holds(standing, around)) return conflict(condition->code);
    }
    if (spends_now(*rule, standing) &&
        standing.rounds.*rule->spends >= around.bounds.*rule->spends) {
        return conflict(used_up_code(rule->spends));
    }
    return rule;
}

Standing after(const Rule& rule, Standing standing, const Told& told) {
    if (spends_now(rule, standing)) ++(standing.rounds.*rule.spends);
    if (rule.action == kMerge) standing.state_before = standing.state;
    if (rule.to) standing.state = *rule.to;
    mark(rule.action, standing, told);
    if (standing.state != kMerged) drop_what_was_asked(standing);
    // Who is done has nothing left to reply to. A merged case keeps its plate for the way back.
    if (!is_open(standing.state) && standing.state != kMerged) standing.plate = Plate::kNone;
    return standing;
}

bool ever_concerns(Action action, Capacities mine) {
    return std::ranges::any_of(
        kRules, [&](const Rule& row) { return row.action == action && row.by.meets(mine); });
}

std::vector<std::string> reason_codes() {
    std::vector<std::string> codes{"case_wrong_state", "case_wrong_capacity"};
    for (const Rule& rule : kRules) {
        for (const Condition* condition : rule.when)
            codes.emplace_back(condition->code);
        if (rule.spends != nullptr) codes.emplace_back(used_up_code(rule.spends));
    }
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

}  // namespace jingwei::cases
