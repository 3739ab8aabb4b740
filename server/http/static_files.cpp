#include "http/static_files.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "core/json.h"
#include "core/log.h"

namespace jingwei::http {
namespace {

namespace fs = std::filesystem;

struct Ending {
    std::string_view ending;
    std::string_view content_type;
};

constexpr std::array kEndings{
    Ending{".html", "text/html; charset=utf-8"},
    Ending{".js", "text/javascript; charset=utf-8"},
    Ending{".mjs", "text/javascript; charset=utf-8"},
    Ending{".css", "text/css; charset=utf-8"},
    Ending{".json", "application/json"},
    Ending{".geojson", "application/geo+json"},
    Ending{".webmanifest", "application/manifest+json"},
    Ending{".svg", "image/svg+xml"},
    Ending{".png", "image/png"},
    Ending{".jpg", "image/jpeg"},
    Ending{".webp", "image/webp"},
    Ending{".ico", "image/x-icon"},
    Ending{".woff2", "font/woff2"},
    Ending{".pbf", "application/x-protobuf"},
    Ending{".txt", "text/plain; charset=utf-8"},
    Ending{".wasm", "application/wasm"},
};

std::shared_ptr<const std::string> contents(const fs::path& file) {
    if (!fs::is_regular_file(file)) return nullptr;
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return std::make_shared<const std::string>(std::move(text).str());
}

std::string hash_of(std::string_view text) {
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr,
                       0);
    return fmt::format("{:02x}", fmt::join(hash, ""));
}

/// Vite writes "assets/index-C3nZx1aB.js".
bool has_hashed_name(std::string_view path) {
    if (!path.starts_with("assets/")) return false;
    const auto dot = path.rfind('.');
    const auto dash = path.rfind('-', dot);
    return dot != path.npos && dash != path.npos && dot - dash > 8;
}

bool takes_encoding(const Request& request, std::string_view encoding) {
    const auto accepted = request.header("accept-encoding");
    const auto at = accepted.find(encoding);
    return at != accepted.npos && !accepted.substr(at + encoding.size()).starts_with(";q=0");
}

std::string_view last_segment(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Files that are served by themselves, and those packed beside them.
template <class Each>
void each_file(const fs::path& folder, Each each) {
    if (!fs::is_directory(folder)) return;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) each(entry);
    }
}

bool is_packed(const fs::path& file) {
    return file.extension() == ".br" || file.extension() == ".gz";
}

/// Of names, sizes and times: another one means that something was written.
std::string fingerprint_of(const fs::path& folder) {
    std::vector<std::string> files;
    each_file(folder, [&](const fs::directory_entry& entry) {
        if (files.size() > StaticFiles::kMostFiles) return;
        files.push_back(fmt::format("{} {} {}\n", entry.path().string(), entry.file_size(),
                                    entry.last_write_time().time_since_epoch().count()));
    });
    std::ranges::sort(files);
    return hash_of(fmt::format("{}", fmt::join(files, "")));
}

}  // namespace

std::string_view content_type_of(const fs::path& file) {
    const std::string ending = file.extension();
    for (const auto& known : kEndings) {
        if (known.ending == ending) return known.content_type;
    }
    return "application/octet-stream";
}

std::uintmax_t StaticFiles::Asset::size() const {
    return plain->size() + (brotli ? brotli->size() : 0) + (gzip ? gzip->size() : 0);
}

std::shared_ptr<const StaticFiles::Build> StaticFiles::Mount::current() const {
    const std::lock_guard lock(mutex);
    return build;
}

void StaticFiles::Mount::take(std::shared_ptr<const Build> next) {
    const std::lock_guard lock(mutex);
    build = std::move(next);
}

StaticFiles::~StaticFiles() {
    watcher_.request_stop();
    wake_.notify_all();
}

StaticFiles::Build StaticFiles::read(const fs::path& folder) {
    Build build;
    std::uintmax_t total = 0;
    each_file(folder, [&](const fs::directory_entry& entry) {
        const fs::path& file = entry.path();
        total += entry.file_size();
        if (total > kMaxTotal || build.assets.size() == kMostFiles) {
            throw std::runtime_error(
                fmt::format("the web folder {} holds over {} bytes or {} files", folder.string(),
                            kMaxTotal, kMostFiles));
        }
        if (is_packed(file)) return;
        const std::string path = fs::relative(file, folder).generic_string();
        Asset asset;
        asset.content_type = content_type_of(file);
        asset.plain = contents(file);
        asset.brotli = contents(file.string() + ".br");
        asset.gzip = contents(file.string() + ".gz");
        if (!asset.plain) throw std::runtime_error(file.string() + " went away");
        asset.etag = hash_of(*asset.plain);
        asset.keep_for_ever = has_hashed_name(path);
        build.assets.emplace(path, std::make_shared<const Asset>(std::move(asset)));
    });
    return build;
}

/// What open pages may still ask for: the hashed files of `before` that `next` has no more.
void StaticFiles::keep_past(const Build& before, Build& next) {
    auto& past = next.past;
    for (const auto& [path, asset] : before.past) {
        if (!next.assets.contains(path)) past.emplace_back(path, asset);
    }
    for (const auto& [path, asset] : before.assets) {
        if (asset->keep_for_ever && !next.assets.contains(path)) past.emplace_back(path, asset);
    }
    std::uintmax_t total = 0;
    auto first = past.end();
    while (first != past.begin() && total + std::prev(first)->second->size() <= kMaxPast) {
        --first;
        total += first->second->size();
    }
    past.erase(past.begin(), first);
}

void StaticFiles::mount(std::string prefix, const fs::path& folder) {
    auto mount = std::make_unique<Mount>();
    mount->prefix = std::move(prefix);
    mount->folder = folder;
    mount->taken = mount->seen = fingerprint_of(folder);
    mount->take(std::make_shared<const Build>(read(folder)));
    mounts_.push_back(std::move(mount));
}

bool StaticFiles::renew(Mount& mount) {
    const auto now = fingerprint_of(mount.folder);
    const bool stands_still = now == std::exchange(mount.seen, now);
    if (now == mount.taken || !stands_still) return false;
    mount.taken = now;  // also when it cannot be read: then not again until something changes
    auto next = read(mount.folder);
    if (fingerprint_of(mount.folder) != now) return false;  // written to meanwhile: look again
    const auto before = mount.current();
    if (before->assets.contains("index.html") && !next.assets.contains("index.html")) {
        log::warning("the web folder of {} has no index.html: serving what was there before",
                     log::Word{mount.prefix});
        return false;
    }
    keep_past(*before, next);
    mount.take(std::make_shared<const Build>(std::move(next)));
    return true;
}

std::size_t StaticFiles::refresh() {
    const std::lock_guard lock(refreshing_);
    std::size_t renewed = 0;
    for (const auto& mount : mounts_) {
        try {
            if (renew(*mount)) ++renewed;
        } catch (const std::exception& problem) {
            log::warning("the web folder of {}: {}", log::Word{mount->prefix}, log::cause(problem));
        }
    }
    return renewed;
}

void StaticFiles::watch(std::chrono::milliseconds every) {
    watcher_ = std::jthread([this, every](const std::stop_token& stop) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        while (!wake_.wait_for(lock, stop, every, [&] { return stop.stop_requested(); }))
            refresh();
    });
}

StaticFiles::SharedAsset StaticFiles::find(const Build& build, std::string_view path) {
    const auto found = build.assets.find(path);
    if (found != build.assets.end()) return found->second;
    const auto past = std::ranges::find(
        build.past, path, [](const auto& one) { return std::string_view{one.first}; });
    if (past != build.past.end()) return past->second;
    if (last_segment(path).find('.') != path.npos) return nullptr;
    const auto index = build.assets.find("index.html");
    return index == build.assets.end() ? nullptr : index->second;
}

Reply StaticFiles::serve(const Asset& asset, const Request& request) {
    const bool ranged = !request.header("range").empty();
    auto body = asset.plain;
    std::string_view encoding;
    if (!ranged && asset.brotli && takes_encoding(request, "br")) {
        body = asset.brotli;
        encoding = "br";
    } else if (!ranged && asset.gzip && takes_encoding(request, "gzip")) {
        body = asset.gzip;
        encoding = "gzip";
    }
    Reply reply = Reply::of(asset.content_type, {});
    const std::uint64_t size = body->size();
    reply.shared = SharedBody{std::move(body), 0, size};
    reply.with("ETag", fmt::format("\"{}{}\"", asset.etag, encoding));
    reply.with("Cache-Control",
               asset.keep_for_ever ? "public, max-age=31536000, immutable" : "no-cache");
    reply.with("Vary", "Accept-Encoding");
    if (!encoding.empty()) reply.with("Content-Encoding", std::string(encoding));
    return reply;
}

std::optional<Reply> StaticFiles::answer(const Request& request) const {
    if (request.path == "/" && !home_.empty()) return Reply::see(home_);
    for (const auto& mount : mounts_) {
        const std::string_view prefix = mount->prefix;
        if (request.path == prefix.substr(0, prefix.size() - 1)) return Reply::see(mount->prefix);
        if (!request.path.starts_with(prefix)) continue;
        if (request.method != Method::kGet && request.method != Method::kHead) {
            Reply refused = Reply::refused({RefusalKind::kInvalid, "method_not_allowed"});
            return std::move(refused.with("Allow", "GET, HEAD"));
        }
        const auto path = json::percent_decoded(request.path.substr(prefix.size()), false);
        const auto asset = path ? find(*mount->current(), *path) : nullptr;
        if (!asset) return Reply::refused({RefusalKind::kNotFound, "not_found"});
        return serve(*asset, request);
    }
    return std::nullopt;
}

}  // namespace jingwei::http
