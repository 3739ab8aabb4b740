#include "cases/step_routes.h"

#include "access/principal.h"
#include "cases/cases.h"
#include "cases/permission_of.h"
#include "http/routes.h"

namespace jingwei::cases {
namespace {

using enum Action;

struct StepRoute {
    Action action;
    const char* summary;
};

constexpr StepRoute kNotes[] = {
    {kAccept, "Take a case in"},
    {kSign, "Sign for a case"},
    {kArrive, "Say that somebody of the unit is there"},
    {kVerifyPass, "Verify that it is done"},
    {kClose, "Close a case"},
    {kArchive, "Archive a case"},
    {kResume, "Let a suspended case go on"},
    {kUnmerge, "Undo a merge"},
    {kLiftPlate, "Take the plates down"},
    {kMakeConfidential, "Make a case confidential"},
    {kLiftConfidential, "Make it confidential no longer"},
    {kAttend, "Attend the joint session"},
    {kSamplePass, "Pass a sample check"},
};
constexpr StepRoute kTexts[] = {
    {kSelfClose, "Close a small matter in the grid"},
    {kReject, "Refuse to take a case in"},
    {kReturn, "Return a case to the desk"},
    {kHandle, "Say that it is done"},
    {kFinishCoTask, "Finish a helping unit's task"},
    {kRefuseExtension, "Refuse an extension"},
    {kRefuseSuspension, "Refuse a suspension"},
    {kVerifyFail, "Send it back for rework"},
    {kAnswer, "Record what the resident was told"},
    {kReopen, "Reopen a case that is not solved"},
    {kVoid, "Void a case"},
    {kUrge, "Urge"},
    {kInstruct, "Instruct"},
    {kReplyPlate, "Reply to a plate"},
    {kComment, "Comment"},
    {kSampleFail, "Fail a sample check"},
};
constexpr StepRoute kPasses[] = {{kPassUp, "Pass a case to a desk above"},
                                 {kPassDown, "Pass a case to a desk below"}};
constexpr StepRoute kDispatches[] = {{kAssign, "Dispatch a case to a unit"},
                                     {kDesignate, "Designate a unit after two returns"}};
constexpr StepRoute kHelps[] = {{kAddCoUnit, "Ask a unit to help"}};
constexpr StepRoute kExtensions[] = {{kAskExtension, "Ask for more time, once"},
                                     {kGrantExtension, "Grant more time"}};
constexpr StepRoute kSuspensions[] = {{kAskSuspension, "Ask for suspension"},
                                      {kSuspend, "Suspend a case"}};
constexpr StepRoute kFollowUps[] = {{kFollowUp, "Record: solved? satisfied?"}};
constexpr StepRoute kMerges[] = {{kMerge, "Merge a report into another case"}};
constexpr StepRoute kPlates[] = {{kRaisePlate, "Raise a supervision plate"}};
constexpr StepRoute kWhistles[] = {{kWhistle, "Call units to a joint session"}};
constexpr StepRoute kDecisions[] = {{kConcludeSession, "Record what a session decided"}};

/// The body says what the actions need, the table of the rules whether they may.
template <class Body>
void add(http::Routes& routes, Cases& cases, std::span<const StepRoute> steps) {
    for (const StepRoute& step : steps) {
        routes.post_later<Body, StepReceipt>(
            "/api/v1/cases/{id}/steps/" + enum_name(step.action), permission_of(step.action),
            [&cases, action = step.action](const http::Call<Body>& call,
                                           const Cases::Postpone& postpone) {
                return cases.act(access::principal(call), call.template path_id<Case>("id"),
                                 input_of(action, call.body), postpone);
            },
            step.summary, [&cases] { return cases.is_full(); });
    }
}

}  // namespace

void add_step_routes(http::Routes& routes, Cases& cases) {
    add<NoteStep>(routes, cases, kNotes);
    add<TextStep>(routes, cases, kTexts);
    add<PassStep>(routes, cases, kPasses);
    add<AssignStep>(routes, cases, kDispatches);
    add<CoUnitStep>(routes, cases, kHelps);
    add<ExtensionStep>(routes, cases, kExtensions);
    add<SuspensionStep>(routes, cases, kSuspensions);
    add<FollowUpStep>(routes, cases, kFollowUps);
    add<MergeStep>(routes, cases, kMerges);
    add<PlateStep>(routes, cases, kPlates);
    add<WhistleStep>(routes, cases, kWhistles);
    add<ConcludeStep>(routes, cases, kDecisions);
}

}  // namespace jingwei::cases
