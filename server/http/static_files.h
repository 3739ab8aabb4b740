#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "http/reply.h"
#include "http/request.h"

namespace jingwei::http {

/// The built web interface, held in memory. Every app is a folder under a prefix; a path in it that
/// names no file and has no dot in its last segment is a page of that app and gets its index.html.
///
/// A file "x.js" is answered with "x.js.br" or "x.js.gz" beside it where the reader takes that.
/// Files whose name carries a hash (below assets/) may be kept for ever, others are asked for anew.
///
/// An app that is built anew under a running server is taken over once its folder has stood still
/// between two looks, so never half. Hashed files of earlier builds stay within kMaxPast, because
/// pages that are open go on asking for them. Thread-safe once everything is mounted.
class StaticFiles {
public:
    static constexpr std::uintmax_t kMaxTotal = 256 << 20;  ///< bytes of one app
    static constexpr std::uintmax_t kMaxPast = 64 << 20;    ///< bytes kept of its earlier builds
    static constexpr std::size_t kMostFiles = 10'000;       ///< of one app

    StaticFiles() = default;
    ~StaticFiles();
    StaticFiles(const StaticFiles&) = delete;
    StaticFiles& operator=(const StaticFiles&) = delete;

    /// Reads `folder` below `prefix` ("/desk/"); one that is not there (yet) is an empty app.
    /// Throws when it is over kMaxTotal or kMostFiles, or unreadable.
    void mount(std::string prefix, const std::filesystem::path& folder);
    /// GET / goes there.
    void set_home(std::string prefix) { home_ = std::move(prefix); }

    /// Looks whether an app has changed: a stat per file, and reading when one has and has stood
    /// still since the last look. Answers how many were read anew. What cannot be read, or has lost
    /// its index.html, is left as it was, with a line in the log.
    std::size_t refresh();
    /// Calls refresh() every so often from a thread of its own, as long as this lives.
    void watch(std::chrono::milliseconds every = std::chrono::seconds{1});

    /// Nothing when the path is under no prefix; otherwise a page, a redirect or not_found. Never
    /// blocks on the disk.
    std::optional<Reply> answer(const Request& request) const;

private:
    struct Asset {
        std::string content_type;
        std::string etag;
        bool keep_for_ever = false;
        std::shared_ptr<const std::string> plain;
        std::shared_ptr<const std::string> brotli;
        std::shared_ptr<const std::string> gzip;

        std::uintmax_t size() const;
    };
    /// Shared because answers keep their bytes while a newer build takes their place.
    using SharedAsset = std::shared_ptr<const Asset>;
    struct Build {
        std::map<std::string, SharedAsset, std::less<>> assets;  ///< by path below the prefix
        std::vector<std::pair<std::string, SharedAsset>> past;   ///< hashed ones, oldest first
    };
    struct Mount {
        std::string prefix;
        std::filesystem::path folder;
        std::string taken;  ///< fingerprint of the folder as it was read
        std::string seen;   ///< at the last look
        mutable std::mutex mutex;
        std::shared_ptr<const Build> build;

        std::shared_ptr<const Build> current() const;
        void take(std::shared_ptr<const Build> next);
    };

    static Build read(const std::filesystem::path& folder);
    static void keep_past(const Build& before, Build& next);
    static bool renew(Mount& mount);
    static Reply serve(const Asset& asset, const Request& request);
    static SharedAsset find(const Build& build, std::string_view path);

    std::vector<std::unique_ptr<Mount>> mounts_;
    std::string home_;
    std::mutex refreshing_;
    std::condition_variable_any wake_;
    std::jthread watcher_;
};

/// By the ending of the name; "application/octet-stream" when it is unknown.
std::string_view content_type_of(const std::filesystem::path& file);

}  // namespace jingwei::http
