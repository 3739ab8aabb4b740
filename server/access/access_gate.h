#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "access/identities.h"
#include "http/gate.h"

namespace jingwei::access {

/// Name of the cookie of a session.
inline constexpr std::string_view kSessionCookie = "jingwei_session";

/// What a request shows at the gate: a bearer token before a cookie; nothing when it shows neither
/// or neither is formed like a token.
std::optional<Token> shown_token(const http::Request& request);

/// Lets requests in by session cookie or API token (http/gate.h).
class AccessGate final : public http::Gate {
public:
    explicit AccessGate(Identities& identities) : identities_(identities) {}

    Result<std::shared_ptr<const http::Identity>> identify(const http::Request& request,
                                                           http::ReplyHead& head) override;
    Result<void> admit(const http::Identity* identity, const http::Passage& passage,
                       const http::Request& request) override;

private:
    Identities& identities_;
};

}  // namespace jingwei::access
