#include "access/principal.h"
#include "exchange/exports.h"
#include "http/routes.h"

namespace jingwei::exchange {
namespace {

using access::permission::kCaseRead;

constexpr const char* kXlsxType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Result<http::Reply> file_of(Exports& exports, const http::Call<Nothing>& call) {
    const auto found = exports.find(access::principal(call), call.path_id<Export>("id"));
    if (!found) return found.error();
    const bool is_xlsx = found->format == TableFormat::kXlsx;
    auto reply =
        http::Reply::whole_file(found->path, is_xlsx ? kXlsxType : "text/csv", found->name);
    reply.download_as(found->name).with("Cache-Control", "no-store");
    return reply;
}

}  // namespace

void Exports::add_routes(http::Routes& routes) {
    routes.post<ExportCases, ExportView>(
        "/api/v1/exports", kCaseRead,
        [this](const http::Call<ExportCases>& call) {
            return ask(access::principal(call), call.body, call.language);
        },
        "Have a copy of a list of cases made");
    routes.get<Nothing, ExportList>(
        "/api/v1/exports", kCaseRead,
        [this](const http::Call<Nothing>& call) -> Result<ExportList> {
            return list(access::principal(call), call.language);
        },
        "The reader's own copies of the last day, and how far they are");
    routes.get_raw<Nothing>(
        "/api/v1/exports/{id}/file", kCaseRead,
        [this](const http::Call<Nothing>& call) { return file_of(*this, call); },
        "The file of a copy, for who asked for it", kXlsxType);
    routes.del<Nothing, Nothing>(
        "/api/v1/exports/{id}", kCaseRead,
        [this](const http::Call<Nothing>& call) -> Result<Nothing> {
            const auto removed = remove(access::principal(call), call.path_id<Export>("id"));
            if (!removed) return removed.error();
            return Nothing{};
        },
        "Stop making a copy, or remove it");
}

}  // namespace jingwei::exchange
