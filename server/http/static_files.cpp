#include "http/static_files.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "core/json.h"

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

}  // namespace

std::string_view content_type_of(const fs::path& file) {
    const std::string ending = file.extension();
    for (const auto& known : kEndings) {
        if (known.ending == ending) return known.content_type;
    }
    return "application/octet-stream";
}

void StaticFiles::mount(std::string prefix, const fs::path& folder) {
    Mount mount{std::move(prefix), {}};
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const fs::path& file = entry.path();
        if (!entry.is_regular_file() || file.extension() == ".br" || file.extension() == ".gz") {
            continue;
        }
        total_ += entry.file_size();
        if (total_ > kMaxTotal) {
            throw std::runtime_error(
                fmt::format("the web folder {} holds over {} bytes", folder.string(), kMaxTotal));
        }
        const std::string path = fs::relative(file, folder).generic_string();
        Asset asset;
        asset.content_type = content_type_of(file);
        asset.plain = contents(file);
        asset.brotli = contents(file.string() + ".br");
        asset.gzip = contents(file.string() + ".gz");
        asset.etag = hash_of(*asset.plain);
        asset.keep_for_ever = has_hashed_name(path);
        mount.assets.emplace(path, std::move(asset));
    }
    mounts_.push_back(std::move(mount));
}

const StaticFiles::Asset* StaticFiles::find(const Mount& mount, std::string_view path) {
    const auto found = mount.assets.find(path);
    if (found != mount.assets.end()) return &found->second;
    if (last_segment(path).find('.') != path.npos) return nullptr;
    const auto index = mount.assets.find("index.html");
    return index == mount.assets.end() ? nullptr : &index->second;
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
        const std::string_view prefix = mount.prefix;
        if (request.path == prefix.substr(0, prefix.size() - 1)) return Reply::see(mount.prefix);
        if (!request.path.starts_with(prefix)) continue;
        if (request.method != Method::kGet && request.method != Method::kHead) {
            Reply refused = Reply::refused({RefusalKind::kInvalid, "method_not_allowed"});
            return std::move(refused.with("Allow", "GET, HEAD"));
        }
        const auto path = json::percent_decoded(request.path.substr(prefix.size()), false);
        const Asset* asset = path ? find(mount, *path) : nullptr;
        if (!asset) return Reply::refused({RefusalKind::kNotFound, "not_found"});
        return serve(*asset, request);
    }
    return std::nullopt;
}

}  // namespace jingwei::http
