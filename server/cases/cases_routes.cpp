#include "access/principal.h"
#include "cases/cases.h"
#include "cases/permission_of.h"
#include "http/events.h"
#include "http/routes.h"

namespace jingwei::cases {
namespace {

namespace held = access::permission;

/// POST /cases/{id}/steps/{action}: the body says what the action needs, the table whether it may.
template <class Body>
void add_step(http::Routes& routes, Cases& cases, Action action, std::string summary) {
    routes.post<Body, StepReceipt>(
        "/api/v1/cases/{id}/steps/" + enum_name(action), permission_of(action),
        [&cases, action](const http::Call<Body>& call) {
            return cases.act(access::principal(call), call.template path_id<Case>("id"),
                             input_of(action, call.body));
        },
        std::move(summary));
}

void add_notes(http::Routes& routes, Cases& cases) {
    using enum Action;
    add_step<NoteStep>(routes, cases, kAccept, "Take a case in");
    add_step<NoteStep>(routes, cases, kSign, "Sign for a case");
    add_step<NoteStep>(routes, cases, kArrive, "Say that somebody of the unit is there");
    add_step<NoteStep>(routes, cases, kVerifyPass, "Verify that it is done");
    add_step<NoteStep>(routes, cases, kClose, "Close a case");
    add_step<NoteStep>(routes, cases, kArchive, "Archive a case");
    add_step<NoteStep>(routes, cases, kResume, "Let a suspended case go on");
    add_step<NoteStep>(routes, cases, kUnmerge, "Undo a merge");
    add_step<NoteStep>(routes, cases, kLiftPlate, "Take the plates down");
    add_step<NoteStep>(routes, cases, kMakeConfidential, "Make a case confidential");
    add_step<NoteStep>(routes, cases, kLiftConfidential, "Make it confidential no longer");
    add_step<NoteStep>(routes, cases, kAttend, "Attend the joint session");
    add_step<NoteStep>(routes, cases, kSamplePass, "Pass a sample check");
}

void add_texts(http::Routes& routes, Cases& cases) {
    using enum Action;
    add_step<TextStep>(routes, cases, kSelfClose, "Close a small matter in the grid");
    add_step<TextStep>(routes, cases, kReject, "Refuse to take a case in");
    add_step<TextStep>(routes, cases, kReturn, "Return a case to the desk");
    add_step<TextStep>(routes, cases, kHandle, "Say that it is done");
    add_step<TextStep>(routes, cases, kFinishCoTask, "Finish a helping unit's task");
    add_step<TextStep>(routes, cases, kRefuseExtension, "Refuse an extension");
    add_step<TextStep>(routes, cases, kRefuseSuspension, "Refuse a suspension");
    add_step<TextStep>(routes, cases, kVerifyFail, "Send it back for rework");
    add_step<TextStep>(routes, cases, kAnswer, "Record what the resident was told");
    add_step<TextStep>(routes, cases, kReopen, "Reopen a case that is not solved");
    add_step<TextStep>(routes, cases, kVoid, "Void a case");
    add_step<TextStep>(routes, cases, kUrge, "Urge");
    add_step<TextStep>(routes, cases, kInstruct, "Instruct");
    add_step<TextStep>(routes, cases, kReplyPlate, "Reply to a plate");
    add_step<TextStep>(routes, cases, kComment, "Comment");
    add_step<TextStep>(routes, cases, kSampleFail, "Fail a sample check");
}

void add_others(http::Routes& routes, Cases& cases) {
    using enum Action;
    add_step<PassStep>(routes, cases, kPassUp, "Pass a case to a desk above");
    add_step<PassStep>(routes, cases, kPassDown, "Pass a case to a desk below");
    add_step<AssignStep>(routes, cases, kAssign, "Dispatch a case to a unit");
    add_step<AssignStep>(routes, cases, kDesignate, "Designate a unit after two returns");
    add_step<CoUnitStep>(routes, cases, kAddCoUnit, "Ask a unit to help");
    add_step<ExtensionStep>(routes, cases, kAskExtension, "Ask for more time, once");
    add_step<ExtensionStep>(routes, cases, kGrantExtension, "Grant more time");
    add_step<SuspensionStep>(routes, cases, kAskSuspension, "Ask for suspension");
    add_step<SuspensionStep>(routes, cases, kSuspend, "Suspend a case");
    add_step<FollowUpStep>(routes, cases, kFollowUp, "Record: solved? satisfied?");
    add_step<MergeStep>(routes, cases, kMerge, "Merge a report into another case");
    add_step<PlateStep>(routes, cases, kRaisePlate, "Raise a supervision plate");
    add_step<WhistleStep>(routes, cases, kWhistle, "Call units to a joint session");
    add_step<ConcludeStep>(routes, cases, kConcludeSession, "Record what a session decided");
}

void add_one_case(http::Routes& routes, Cases& cases) {
    routes.post<ReportCase, StepReceipt>(
        "/api/v1/cases", held::kCaseReport,
        [&cases](const http::Call<ReportCase>& call) {
            return cases.report(access::principal(call), call.body);
        },
        "Report a case");
    routes.get<Nothing, CaseView>(
        "/api/v1/cases/{id}", held::kCaseRead,
        [&cases](const http::Call<Nothing>& call) {
            return cases.view(access::principal(call), call.path_id<Case>("id"), call.language);
        },
        "One case, whole");
    routes.get<Nothing, CaseView>(
        "/api/v1/cases/by-code/{code}", held::kCaseRead,
        [&cases](const http::Call<Nothing>& call) {
            return cases.view(access::principal(call), call.path("code"), call.language);
        },
        "One case by its code");
    routes.post<ReadContact, ReporterContact>(
        "/api/v1/cases/{id}/contact", held::kCaseReadContact,
        [&cases](const http::Call<ReadContact>& call) {
            return cases.read_contact(access::principal(call), call.path_id<Case>("id"), call.body);
        },
        "The reporter's contact in clear; the reading is logged");
    routes.post<Nothing, WatchView>(
        "/api/v1/cases/{id}/watch", held::kCaseRead,
        [&cases](const http::Call<Nothing>& call) {
            return cases.watch(access::principal(call), call.path_id<Case>("id"), true);
        },
        "Follow a case");
    routes.del<Nothing, WatchView>(
        "/api/v1/cases/{id}/watch", held::kCaseRead,
        [&cases](const http::Call<Nothing>& call) {
            return cases.watch(access::principal(call), call.path_id<Case>("id"), false);
        },
        "Follow it no longer");
}

void add_lists(http::Routes& routes, Cases& cases) {
    routes.get<CaseQuery, CasePage>(
        "/api/v1/cases", held::kCaseRead,
        [&cases](const http::Call<CaseQuery>& call) {
            return cases.list(access::principal(call), call.body);
        },
        "Cases: to do, watching, overdue, …");
    routes.get<Nothing, InboxCounts>(
        "/api/v1/cases/counts", held::kCaseRead,
        [&cases](const http::Call<Nothing>& call) { return cases.counts(access::principal(call)); },
        "How many cases each list of the inbox holds");
    routes.get<SimilarQuery, SimilarCases>(
        "/api/v1/cases/similar", held::kCaseRead,
        [&cases](const http::Call<SimilarQuery>& call) {
            return cases.similar(access::principal(call), call.body);
        },
        "Open cases that may be the same problem");
    routes.get<FiguresQuery, FiguresView>(
        "/api/v1/cases/figures", held::kFiguresRead,
        [&cases](const http::Call<FiguresQuery>& call) {
            return cases.figures(access::principal(call), call.body);
        },
        "Counts and rates of a period");
}

/// What of the hub a reader hears: cases inside his paths, or at his units, or raised by him.
bool concerns(const access::Principal& who, const http::Event& event) {
    if (event.county != who.county()) return false;
    if (!event.path.empty() && who.can(held::kCaseRead, event.path)) return true;
    for (const std::string& mark : event.marks) {
        if (mark == who.account().text()) return true;
        const auto unit = Id<Unit>::parse(mark);
        if (unit && who.can_for_unit(held::kCaseRead, *unit)) return true;
    }
    return false;
}

void add_events(http::Routes& routes) {
    routes.events<Nothing>(
        "/api/v1/events", held::kCaseRead,
        [](const http::Call<Nothing>& call) -> Result<http::Subscription> {
            return http::Subscription{
                {"cases"}, [identity = call.shared_identity()](const http::Event& event) {
                    return concerns(static_cast<const access::Principal&>(*identity), event);
                }};
        },
        "Live: which cases have changed");
}

}  // namespace

void Cases::add_routes(http::Routes& routes) {
    add_lists(routes, *this);
    add_one_case(routes, *this);
    add_notes(routes, *this);
    add_texts(routes, *this);
    add_others(routes, *this);
    add_events(routes);
}

}  // namespace jingwei::cases
