#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "http/request.h"
#include "http/routes.h"

namespace jingwei::http {

/// Reads a multipart/form-data body (RFC 7578) piece by piece as it arrives: text fields into
/// memory, files straight to disk. Memory stays within kMaxField per field and one piece.
class MultipartReader {
public:
    static constexpr std::size_t kMaxField = 64 * 1024;
    static constexpr std::size_t kMaxFields = 100;

    /// Files go into `folder`, which exists.
    MultipartReader(std::string boundary, UploadLimits limits, std::filesystem::path folder);

    /// Takes the next piece of the body. Codes: malformed_form, upload_too_large, too_many_files,
    /// body_too_large (a field). After a refusal nothing more may be given.
    Result<void> take(std::string_view piece);
    /// To be called at the end of the body.
    Result<void> finish();

    Details& fields() { return fields_; }
    std::vector<UploadedFile>& files() { return files_; }

    /// The boundary of a Content-Type, or nothing when it is no multipart/form-data.
    static std::optional<std::string> boundary_of(std::string_view content_type);

private:
    enum class State { kPreamble, kAfterBoundary, kHeader, kText, kFile, kDone };

    Result<bool> step();  ///< true while there is more to do with what has arrived
    Result<bool> begin_part(std::string_view header);
    Result<bool> take_content();
    Result<void> append_content(std::string_view content);
    void end_part();

    std::string delimiter_;  ///< CR LF, two hyphens and the boundary
    UploadLimits limits_;
    std::filesystem::path folder_;
    State state_ = State::kPreamble;
    std::string buffer_;
    std::size_t done_ = 0;  ///< bytes at the front of buffer_ that are dealt with
    std::ofstream out_;
    Details fields_;
    std::vector<UploadedFile> files_;
};

}  // namespace jingwei::http
