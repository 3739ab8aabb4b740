#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/codec.h"

/// The bearer secrets that sessions and API tokens are: 32 random octets, with the county in front
/// since it says where to look. Only a hash of them is stored.
namespace jingwei::access {

enum class TokenKind {
    kSession,  ///< "371323.<43 characters>", the value of the cookie
    kApi,      ///< "jw.371323.<43 characters>", after "Authorization: Bearer "
};

struct Token {
    TokenKind kind = TokenKind::kSession;
    std::string county;
    std::string secret;  ///< 43 characters of base64url

    static Token make(TokenKind kind, std::string_view county);
    /// Nothing when `text` is not formed like either kind.
    static std::optional<Token> parse(std::string_view text);

    std::string text() const;
    /// What the database holds.
    db::Bytes hash() const;
    /// What unsafe requests of this session carry in X-CSRF-Token: known only to who knows the
    /// secret or was told by the server, and worthless for signing in.
    std::string csrf_token() const;
};

}  // namespace jingwei::access
