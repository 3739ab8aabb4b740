#include "http/reply.h"

#include <fmt/format.h>

namespace jingwei::http {
namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
}

/// A name for Content-Disposition: plain for old readers, UTF-8 for all others (RFC 6266, 8187).
std::string disposition(std::string_view kind, std::string_view name) {
    std::string plain;
    std::string encoded;
    for (const char c : name) {
        plain += is_plain(c) ? c : '_';
        if (is_plain(c)) {
            encoded += c;
        } else {
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", kind, plain, encoded);
}

}  // namespace

Reply Reply::nothing() { return {}; }

Reply Reply::of(std::string content_type, std::string body) {
    Reply reply;
    reply.outcome = Outcome::kDone;
    reply.content_type = std::move(content_type);
    reply.body = std::move(body);
    return reply;
}

Reply Reply::json(std::string body) { return of("application/json", std::move(body)); }

Reply Reply::see(std::string location) {
    Reply reply;
    reply.outcome = Outcome::kElsewhere;
    reply.with("Location", std::move(location));
    return reply;
}

Reply Reply::refused(Refusal refusal) {
    Reply reply;
    reply.outcome = Outcome::kRefused;
    reply.refusal = std::move(refusal);
    return reply;
}

Reply Reply::whole_file(std::filesystem::path path, std::string content_type,
                        std::string_view name) {
    Reply reply;
    reply.outcome = Outcome::kDone;
    reply.content_type = std::move(content_type);
    reply.file = FileBody{path, 0, std::filesystem::file_size(path)};
    return std::move(reply.with("Content-Disposition", disposition("inline", name)));
}

Reply& Reply::download_as(std::string_view name) {
    std::erase_if(head.headers, [](const auto& one) { return one.first == "Content-Disposition"; });
    return with("Content-Disposition", disposition("attachment", name));
}

Reply& Reply::with(std::string header, std::string value) {
    head.headers.emplace_back(std::move(header), std::move(value));
    return *this;
}

}  // namespace jingwei::http
