#include "access/access_gate.h"
#include "cases/cases.h"
#include "cases/joint_sessions.h"
#include "cases/step_routes.h"
#include "http/routes.h"

namespace jingwei::cases {
namespace {

namespace held = access::permission;

void add_one_case(http::Routes& routes, Cases& cases) {
    routes.post_later<ReportCase, StepReceipt>(
        "/api/v1/cases", held::kCaseReport,
        [&cases](const http::Call<ReportCase>& call, const Cases::Postpone& postpone) {
            return cases.report(access::principal(call), call.body, postpone);
        },
        "Report a case", [&cases] { return cases.is_full(); });
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
        "Counts and rates of a period, and of its parts");
    routes.post<FindCaller, CallerHistory>(
        "/api/v1/cases/of-caller", held::kCaseReadContact,
        [&cases](const http::Call<FindCaller>& call) {
            return cases.caller_history(access::principal(call), call.body);
        },
        "What the holder of a phone number has reported before; the look is logged");
    routes.get<SituationQuery, SituationView>(
        "/api/v1/cases/situation", held::kFiguresRead,
        [&cases](const http::Call<SituationQuery>& call) {
            return cases.situation(access::principal(call), call.body);
        },
        "How the open cases of a place stand, and where they lie");
    routes.get<CountedQuery, CasePage>(
        "/api/v1/cases/counted", held::kFiguresRead,
        [&cases](const http::Call<CountedQuery>& call) {
            return cases.counted(access::principal(call), call.body);
        },
        "The cases that make up one number of the figures");
}

void add_events(http::Routes& routes, LiveCases& live) {
    routes.events<Nothing>(
        "/api/v1/events", held::kCaseRead,
        [&live](const http::Call<Nothing>& call) -> Result<http::Subscription> {
            const auto token = access::shown_token(call.request);
            auto who = std::static_pointer_cast<const access::Principal>(call.shared_identity());
            auto hearer = token ? live.listen(*token, std::move(who)) : nullptr;
            if (hearer == nullptr) {
                return Refusal{RefusalKind::kUnavailable, "case_too_many_listeners"};
            }
            return subscription_of(std::move(hearer));
        },
        "Live: which cases have changed");
}

}  // namespace

void Cases::add_routes(http::Routes& routes) {
    add_lists(routes, *this);
    add_one_case(routes, *this);
    add_step_routes(routes, *this);
    add_joint_session_routes(routes, parts_);
    if (parts_.live != nullptr) add_events(routes, *parts_.live);
}

}  // namespace jingwei::cases
