#include "access/token.h"

#include "core/octets.h"

namespace jingwei::access {
namespace {

constexpr std::size_t kSecretOctets = 32;
constexpr std::size_t kSecretSize = 43;
constexpr std::size_t kCountySize = 6;
constexpr std::string_view kApiMark = "jw.";

bool is_county(std::string_view text) {
    return text.size() == kCountySize &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

Token Token::make(TokenKind kind, std::string_view county) {
    return {kind, std::string(county), to_base64url(random_octets(kSecretOctets))};
}

std::optional<Token> Token::parse(std::string_view text) {
    Token token;
    if (text.starts_with(kApiMark)) {
        token.kind = TokenKind::kApi;
        text.remove_prefix(kApiMark.size());
    }
    if (text.size() != kCountySize + 1 + kSecretSize || text[kCountySize] != '.') return {};
    token.county = text.substr(0, kCountySize);
    token.secret = text.substr(kCountySize + 1);
    if (!is_county(token.county) || !from_base64url(token.secret)) return {};
    return token;
}

std::string Token::text() const {
    const std::string_view mark = kind == TokenKind::kApi ? kApiMark : std::string_view{};
    return std::string(mark) + county + '.' + secret;
}

db::Bytes Token::hash() const { return {sha256(text())}; }

std::string Token::csrf_token() const { return to_base64url(sha256("csrf " + text())); }

}  // namespace jingwei::access
