#include <algorithm>

#include "http/routes.h"
#include "portal/portal.h"

namespace jingwei::portal {
namespace {

constexpr std::uint64_t kMostPhotoBytes = 12'000'000;

/// No page of another site makes its readers report or judge. Browsers say where a request comes
/// from; whoever is no browser has no readers to make use of.
Result<void> from_here(const http::Request& request) {
    const auto site = request.header("Sec-Fetch-Site");
    if (site.empty() || site == "same-origin" || site == "none") return {};
    return Refusal{RefusalKind::kForbidden, "portal_from_elsewhere"};
}

bool is_code(std::string_view code) {
    return !code.empty() && code.size() <= 40 && std::ranges::all_of(code, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '_' || c == '.';
    });
}

void add_looking(http::Routes& routes, Portal& portal) {
    routes.get<FindGrid, FoundGrids>(
        "/api/v1/public/grids", http::kAnyone,
        [&portal](const http::Call<FindGrid>& call) {
            return portal.find_grids(call.body, call.request.client);
        },
        "Find a grid by an address or a position");
    routes.get<Nothing, PublicCatalogue>(
        "/api/v1/public/matters", http::kAnyone,
        [&portal](const http::Call<Nothing>& call) {
            return portal.catalogue(call.language, call.request.client);
        },
        "What may be reported");
    routes.post<PublicSuggest, PublicSuggestions>(
        "/api/v1/public/matters/suggestions", http::kAnyone,
        [&portal](const http::Call<PublicSuggest>& call) {
            return portal.suggestions(call.body, call.language, call.request.client);
        },
        "The matters that a resident's words speak for");
    routes.get<CheckReceipt, ReceiptChecked>(
        "/api/v1/public/receipts/check", http::kAnyone,
        [&portal](const http::Call<CheckReceipt>& call) {
            return portal.check(call.body, call.request.client);
        },
        "Whether a receipt is genuine");
}

void add_reporting(http::Routes& routes, Portal& portal) {
    routes.upload<ResidentReport, ReceiptView>(
        "/api/v1/public/reports", http::kAnyone,
        {.file_bytes = kMostPhotoBytes, .files = kMostPhotos},
        [&portal](const http::Call<ResidentReport>& call) -> Result<ReceiptView> {
            if (const auto here = from_here(call.request); !here) return here.error();
            return portal.report(call.body, call.files(), call.request.client);
        },
        "Report without an account");
}

void add_following(http::Routes& routes, Portal& portal) {
    routes.post<Shown, ToldCase>(
        "/api/v1/public/follow", http::kAnyone,
        [&portal](const http::Call<Shown>& call) -> Result<ToldCase> {
            if (const auto here = from_here(call.request); !here) return here.error();
            return portal.follow(call.body, call.language, call.request.client);
        },
        "A case, for who knows its code and the end of the phone");
    routes.post<Judge, ToldCase>(
        "/api/v1/public/verdicts", http::kAnyone,
        [&portal](const http::Call<Judge>& call) -> Result<ToldCase> {
            if (const auto here = from_here(call.request); !here) return here.error();
            return portal.judge(call.body, call.language, call.request.client);
        },
        "The resident's verdict: solved? satisfied?");
    routes.post<Reopen, ToldCase>(
        "/api/v1/public/reopenings", http::kAnyone,
        [&portal](const http::Call<Reopen>& call) -> Result<ToldCase> {
            if (const auto here = from_here(call.request); !here) return here.error();
            return portal.reopen(call.body, call.language, call.request.client);
        },
        "The resident says that it is not solved");
}

}  // namespace

void Portal::add_routes(http::Routes& routes) {
    add_looking(routes, *this);
    add_reporting(routes, *this);
    add_following(routes, *this);
    routes.get_raw<Nothing>(
        "/grids/{code}", http::kAnyone,
        [](const http::Call<Nothing>& call) -> Result<http::Reply> {
            const auto code = call.path("code");
            if (!is_code(code)) return Refusal{RefusalKind::kNotFound, "not_found"};
            return http::Reply::see("/portal/grids/" + std::string{code});
        },
        "Where the QR code of a board leads: the public card", "text/html");
}

}  // namespace jingwei::portal
