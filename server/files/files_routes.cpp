#include "access/principal.h"
#include "files/files.h"
#include "http/routes.h"

namespace jingwei::files {
namespace {

using access::permission::kCaseRead;
using access::permission::kFileRead;
using access::permission::kFileUpload;

Result<FileView> upload(const Files& files, const http::Call<UploadForm>& call) {
    if (call.files().empty()) return Refusal{RefusalKind::kInvalid, "file_missing", "/file"};
    const auto& part = call.files().front();
    return files.take_in(access::principal(call).scope(kFileUpload), call.body.id, part.file_name(),
                         part.path());
}

/// A file is read under the right to read cases: it is shown by the case that it belongs to.
Result<http::Reply> download(const Files& files, const http::Call<FileQuery>& call) {
    const auto found = files.find(access::principal(call).scope(kCaseRead),
                                  call.path_id<File>("id"), call.body.size.value_or(Size::kFull));
    if (!found) return found.error();
    auto reply = http::Reply::whole_file(found->path, found->media_type, found->name);
    // A document holds whatever its maker put into it: never shown beside our pages.
    if (found->media_type == kDocumentType) reply.download_as(found->name);
    // A browser keeps it but asks each time: the next reader at the same desk, or the same one with
    // fewer rights, gets nothing out of what it kept.
    reply.with("ETag", '"' + found->digest + '"').with("Cache-Control", "private, no-cache");
    return reply;
}

}  // namespace

void Files::add_routes(http::Routes& routes) const {
    routes.upload<UploadForm, FileView>(
        "/api/v1/files", kFileUpload, {.file_bytes = kMostUploadBytes},
        [this](const auto& call) { return upload(*this, call); },
        "Upload a photo or a PDF; name it in the step that it belongs to");
    routes.get_raw<FileQuery>(
        "/api/v1/files/{id}", kFileRead, [this](const auto& call) { return download(*this, call); },
        "The bytes of a file, for its uploader and whoever may see its case", "image/jpeg");
}

}  // namespace jingwei::files
