#include "access/access_gate.h"

#include "core/octets.h"

namespace jingwei::access {
namespace {

constexpr std::string_view kBearer = "Bearer ";

// A session that is over is nobody, not a refusal: it must be possible to sign in again.
std::shared_ptr<const http::Identity> nobody(http::ReplyHead& head) {
    head.cookies.push_back({std::string(kSessionCookie), "", std::chrono::seconds{-1}});
    return nullptr;
}

Result<void> check_csrf(const Principal& principal, const http::Request& request) {
    const auto& expected = principal.who().csrf_token;
    if (expected.empty() || same_octets(request.header("X-CSRF-Token"), expected)) return {};
    return Refusal{RefusalKind::kForbidden, "csrf_token_wrong"};
}

}  // namespace

std::optional<Token> shown_token(const http::Request& request) {
    const auto authorization = request.header("Authorization");
    if (!authorization.empty()) {
        if (!authorization.starts_with(kBearer)) return std::nullopt;
        const auto token = Token::parse(authorization.substr(kBearer.size()));
        return token && token->kind == TokenKind::kApi ? token : std::nullopt;
    }
    const auto token = Token::parse(request.cookie(kSessionCookie));
    return token && token->kind == TokenKind::kSession ? token : std::nullopt;
}

Result<std::shared_ptr<const http::Identity>> AccessGate::identify(const http::Request& request,
                                                                   http::ReplyHead& head) {
    const bool by_token = !request.header("Authorization").empty();
    if (!by_token && request.cookie(kSessionCookie).empty()) {
        return std::shared_ptr<const http::Identity>{};
    }
    const auto token = shown_token(request);
    if (token) {
        if (auto principal = identities_.find(*token)) {
            return std::shared_ptr<const http::Identity>{std::move(principal)};
        }
    }
    if (by_token) return Refusal{RefusalKind::kUnauthenticated, "api_token_not_valid"};
    return nobody(head);
}

Result<void> AccessGate::admit(const http::Identity* identity, const http::Passage& passage,
                               const http::Request& request) {
    if (passage.permission == http::kAnyone) return {};
    if (identity == nullptr) return Refusal{RefusalKind::kUnauthenticated, "signed_out"};
    const auto& principal = static_cast<const Principal&>(*identity);
    if (passage.unsafe()) {
        const auto checked = check_csrf(principal, request);
        if (!checked) return checked;
    }
    if (passage.permission == http::kSignedIn) return {};
    if (principal.who().password_change_needed) {
        return Refusal{RefusalKind::kForbidden, "password_change_needed"};
    }
    if (principal.can(passage.permission)) return {};
    return Refusal{RefusalKind::kForbidden,
                   "permission_missing",
                   "",
                   {{"permission", "@permission." + std::string(passage.permission)}}};
}

}  // namespace jingwei::access
