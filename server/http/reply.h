#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace jingwei::http {

/// What became of a request; http/problem.cpp turns it into a status code.
enum class Outcome {
    kDone,       ///< here is the answer
    kNothing,    ///< done, and there is nothing to say
    kElsewhere,  ///< see another address (`Location`), with GET
    kUnchanged,  ///< the copy that the reader has is still right
    kPart,       ///< here is the range asked for
    kBadRange,   ///< the range asked for lies outside
    kRefused,    ///< a problem; its kind decides
};

struct Cookie {
    std::string name;
    std::string value;
    std::chrono::seconds max_age{0};  ///< zero: until the browser closes; below zero: forget it now
    bool http_only = true;
    /// SameSite=Strict: not sent with a link from elsewhere. Else Lax; always Path=/, and Secure
    /// under TLS.
    bool strict = false;
};

/// Headers of an answer besides those that the server itself writes.
struct ReplyHead {
    std::vector<std::pair<std::string, std::string>> headers;
    std::vector<Cookie> cookies;
};

/// A part of a file, sent without being read into memory at once.
struct FileBody {
    std::filesystem::path path;
    std::uint64_t from = 0;
    std::uint64_t size = 0;
};

/// A part of a text that many answers share, such as a page of the web interface.
struct SharedBody {
    std::shared_ptr<const std::string> whole;
    std::uint64_t from = 0;
    std::uint64_t size = 0;
};

/// An answer that is not a described struct: files, exports, tiles, redirects. Typed handlers
/// answer their struct and never see this.
struct Reply {
    Outcome outcome = Outcome::kNothing;
    std::string content_type;
    std::string body;
    std::optional<FileBody> file;      ///< instead of `body`
    std::optional<SharedBody> shared;  ///< instead of `body`
    ReplyHead head;
    std::optional<Refusal> refusal;  ///< of kRefused

    static Reply nothing();
    static Reply of(std::string content_type, std::string body);
    static Reply json(std::string body);
    static Reply see(std::string location);
    static Reply refused(Refusal refusal);
    /// A whole file as an inline answer; `name` is what a browser proposes when saving it.
    static Reply whole_file(std::filesystem::path path, std::string content_type,
                            std::string_view name);
    /// Makes the browser save the answer under `name` (UTF-8, RFC 6266) instead of showing it.
    Reply& download_as(std::string_view name);
    Reply& with(std::string header, std::string value);
};

}  // namespace jingwei::http
