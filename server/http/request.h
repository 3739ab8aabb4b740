#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/messages.h"

namespace jingwei::http {

using jingwei::Language;

enum class Method { kGet, kHead, kPost, kPut, kPatch, kDelete, kOptions };
BOOST_DESCRIBE_ENUM(Method, kGet, kHead, kPost, kPut, kPatch, kDelete, kOptions)

struct Header {
    std::string_view name;
    std::string_view value;
};

/// A file of a multipart form, already on disk. The file is removed when the part is destroyed, so
/// whoever wants to keep it moves it away first.
class UploadedFile {
public:
    UploadedFile(std::string name, std::string file_name, std::filesystem::path path);
    ~UploadedFile();
    UploadedFile(UploadedFile&& other) noexcept;
    UploadedFile& operator=(UploadedFile&& other) noexcept;

    const std::string& name() const { return name_; }            ///< of the form field
    const std::string& file_name() const { return file_name_; }  ///< as claimed by the sender
    const std::filesystem::path& path() const { return path_; }
    std::uint64_t size() const { return size_; }
    void add_to_size(std::uint64_t bytes) { size_ += bytes; }

private:
    std::string name_;
    std::string file_name_;
    std::filesystem::path path_;
    std::uint64_t size_ = 0;
};

/// One request as a handler sees it. Views live as long as the request; the request outlives the
/// handler.
struct Request {
    Method method = Method::kGet;
    std::string_view target;  ///< as sent: "/api/v1/cases?view=todo"
    std::string_view path;    ///< "/api/v1/cases", still percent-encoded
    std::string_view query;   ///< "view=todo", still percent-encoded
    std::vector<Header> headers;
    std::string body;                 ///< empty for uploads
    Details fields;                   ///< of a multipart form: its text fields
    std::vector<UploadedFile> files;  ///< of a multipart form: its files
    std::string client;               ///< address of the other end, for limits of rate only
    bool secure = false;              ///< came over TLS, here or at a trusted proxy
    Language language = Language::kChinese;
    std::chrono::steady_clock::time_point deadline;  ///< the answer is worth nothing afterwards

    /// The first header of that name (any case), or empty.
    std::string_view header(std::string_view name) const;
    /// The value of that cookie, or empty.
    std::string_view cookie(std::string_view name) const;
};

}  // namespace jingwei::http
