#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/reply.h"
#include "http/request.h"

namespace jingwei::http {

/// The built web interface, held in memory. Every app is a folder under a prefix; a path in it that
/// names no file and has no dot in its last segment is a page of that app and gets its index.html.
///
/// A file "x.js" is answered with "x.js.br" or "x.js.gz" beside it where the reader takes that.
/// Files whose name carries a hash (below assets/) may be kept for ever, others are asked for anew.
class StaticFiles {
public:
    static constexpr std::uintmax_t kMaxTotal = 256 << 20;

    /// Reads `folder` below `prefix` ("/desk/"). Throws when it is over kMaxTotal or unreadable.
    void mount(std::string prefix, const std::filesystem::path& folder);
    /// GET / goes there.
    void set_home(std::string prefix) { home_ = std::move(prefix); }

    /// Nothing when the path is under no prefix; otherwise a page, a redirect or not_found.
    std::optional<Reply> answer(const Request& request) const;

private:
    struct Asset {
        std::string content_type;
        std::string etag;
        bool keep_for_ever = false;
        std::shared_ptr<const std::string> plain;
        std::shared_ptr<const std::string> brotli;
        std::shared_ptr<const std::string> gzip;
    };
    struct Mount {
        std::string prefix;
        std::map<std::string, Asset, std::less<>> assets;  ///< by path below the prefix
    };

    static Reply serve(const Asset& asset, const Request& request);
    static const Asset* find(const Mount& mount, std::string_view path);

    std::vector<Mount> mounts_;
    std::string home_;
    std::uintmax_t total_ = 0;
};

/// By the ending of the name; "application/octet-stream" when it is unknown.
std::string_view content_type_of(const std::filesystem::path& file);

}  // namespace jingwei::http
