#include "access/own_account.h"

#include "access/totp.h"
#include "db/in_transaction.h"

namespace jingwei::access {
namespace {

Refusal conflict(std::string code) { return {RefusalKind::kConflict, std::move(code)}; }

Result<void> needs_session(const Principal& self) {
    if (self.who().session) return {};
    return Refusal{RefusalKind::kForbidden, "not_with_a_token"};
}

Refusal wrong_password() { return {RefusalKind::kInvalid, "old_password_wrong", "/old_password"}; }

// Several reads of a transaction that must not lose what it counted: the refusal as a value.
struct Proof {
    Proof(std::optional<store::CredentialRow> row_, std::optional<Refusal> refusal_)
        : row(std::move(row_)), refusal(std::move(refusal_)) {}
    std::optional<store::CredentialRow> row;
    std::optional<Refusal> refusal;
};

}  // namespace

Result<store::CredentialRow> OwnAccount::prove(const Principal& self, const std::string& password) {
    const auto session = needs_session(self);
    if (!session) return session.error();
    const auto& county = self.county();
    const auto before = db::in_transaction(
        tools_.pool, proving(self), [&](db::Transaction& tx) -> Result<std::string> {
            return store::lock_credential(tx, county, self.account()).value().password_hash;
        });
    const auto matched = tools_.passwords.matches(*before, password);
    if (!matched) return matched.error();
    const Time now = tools_.clock.now();
    const auto proof =
        db::in_transaction(tools_.pool, proving(self), [&](db::Transaction& tx) -> Result<Proof> {
            const auto row = store::lock_credential(tx, county, self.account()).value();
            if (row.failed().locked(now)) return Proof{{}, conflict("account_locked")};
            if (*matched && row.password_hash == *before) return Proof{row, {}};
            store::save_failures(tx, county, self.account(), after_failure(row.failed(), now));
            note(tx, self, "account.proof_failed", now);
            return Proof{{}, wrong_password()};
        });
    if (proof->refusal) return *proof->refusal;
    return *proof->row;
}

Result<Token> OwnAccount::change_password(const Principal& self, const std::string& old_password,
                                          const std::string& new_password,
                                          const store::Seat& seat) {
    const auto proven = prove(self, old_password);
    if (!proven) return proven.error();
    const auto fit = check_password(new_password, self.who().login);
    if (!fit) return fit.error();
    if (new_password == old_password) {
        return Refusal{RefusalKind::kInvalid, "password_not_new", "/new_password"};
    }
    const auto hash = tools_.passwords.hash(new_password);
    if (!hash) return hash.error();
    const Time now = tools_.clock.now();
    const auto token =
        db::in_transaction(tools_.pool, proving(self), [&](db::Transaction& tx) -> Result<Token> {
            const auto row = store::lock_credential(tx, self.county(), self.account()).value();
            if (row.password_hash != proven->password_hash) return wrong_password();
            store::save_password(tx, self.county(), self.account(), *hash, false, now);
            note(tx, self, "account.change_password", now);
            return sign_in_.renew(tx, self.county(), self.account(), seat, now);
        });
    tools_.identities.forget(self.county());
    return token;
}

Result<TotpSetUp> OwnAccount::set_up_totp(const Principal& self, const std::string& password) {
    const auto proven = prove(self, password);
    if (!proven) return proven.error();
    const std::string secret = totp::make_secret();
    const db::Bytes sealed{
        tools_.keys.seal(kTotpPurpose, secret, totp_place(self.county(), self.account()))};
    const Time now = tools_.clock.now();
    return db::in_transaction(
        tools_.pool, proving(self), [&](db::Transaction& tx) -> Result<TotpSetUp> {
            const auto row = store::lock_credential(tx, self.county(), self.account()).value();
            if (row.totp_confirmed_at) return conflict("totp_already_on");
            store::save_totp(tx, self.county(), self.account(), sealed, {}, {});
            note(tx, self, "account.set_up_totp", now);
            return TotpSetUp{totp::base32(secret), totp::address(self.who().login, secret)};
        });
}

Result<Token> OwnAccount::confirm_totp(const Principal& self, const std::string& code,
                                       const store::Seat& seat) {
    const auto session = needs_session(self);
    if (!session) return session.error();
    const Time now = tools_.clock.now();
    const auto token =
        db::in_transaction(tools_.pool, proving(self), [&](db::Transaction& tx) -> Result<Token> {
            const auto row = store::lock_credential(tx, self.county(), self.account()).value();
            if (!row.totp_secret) return conflict("totp_not_set_up");
            if (row.totp_confirmed_at) return conflict("totp_already_on");
            const auto secret = tools_.keys.open(kTotpPurpose, row.totp_secret->data,
                                                 totp_place(self.county(), self.account()));
            const auto step = secret ? totp::accept(*secret, code, now, {}) : std::nullopt;
            if (!step) return Refusal{RefusalKind::kInvalid, "totp_wrong", "/code"};
            store::save_totp(tx, self.county(), self.account(), row.totp_secret, now, step);
            note(tx, self, "account.confirm_totp", now);
            return sign_in_.renew(tx, self.county(), self.account(), seat, now);
        });
    tools_.identities.forget(self.county());
    return token;
}

Result<void> OwnAccount::disable_totp(const Principal& self, const std::string& password) {
    const auto proven = prove(self, password);
    if (!proven) return proven.error();
    const Time now = tools_.clock.now();
    const auto disabled =
        db::in_transaction(tools_.pool, proving(self), [&](db::Transaction& tx) -> Result<void> {
            store::save_totp(tx, self.county(), self.account(), {}, {}, {});
            store::raise_access_version(tx, self.county());
            note(tx, self, "account.disable_totp", now);
            return {};
        });
    tools_.identities.forget(self.county());
    return disabled;
}

Result<std::vector<store::OpenSession>> OwnAccount::sessions(const Principal& self) {
    return db::in_transaction(tools_.pool, self.scope(),
                              [&](db::Transaction& tx) -> Result<std::vector<store::OpenSession>> {
                                  return store::list_sessions(tx, self.county(), self.account());
                              });
}

Result<void> OwnAccount::end_session(const Principal& self, Id<Session> id) {
    const auto session = needs_session(self);
    if (!session) return session;
    const Time now = tools_.clock.now();
    const auto ended =
        db::in_transaction(tools_.pool, self.scope(), [&](db::Transaction& tx) -> Result<void> {
            if (!store::end_session(tx, self.county(), self.account(), id, now)) {
                return Refusal{RefusalKind::kNotFound, "no_such_session"};
            }
            store::raise_access_version(tx, self.county());
            note(tx, self, "account.end_session", now);
            return {};
        });
    tools_.identities.forget(self.county());
    return ended;
}

Result<void> OwnAccount::end_other_sessions(const Principal& self) {
    const auto session = needs_session(self);
    if (!session) return session;
    const Time now = tools_.clock.now();
    const auto ended =
        db::in_transaction(tools_.pool, self.scope(), [&](db::Transaction& tx) -> Result<void> {
            store::end_other_sessions(tx, self.county(), self.account(), *self.who().session, now);
            store::raise_access_version(tx, self.county());
            note(tx, self, "account.end_other_sessions", now);
            return {};
        });
    tools_.identities.forget(self.county());
    return ended;
}

Result<std::vector<store::OwnToken>> OwnAccount::tokens(const Principal& self) {
    const Time now = tools_.clock.now();
    return db::in_transaction(tools_.pool, self.scope(),
                              [&](db::Transaction& tx) -> Result<std::vector<store::OwnToken>> {
                                  return store::list_tokens(tx, self.county(), self.account(), now);
                              });
}

Result<NewToken> OwnAccount::make_token(const Principal& self, const TokenOrder& order) {
    const auto session = needs_session(self);
    if (!session) return session.error();
    const Time now = tools_.clock.now();
    const auto fit = check_token(self, order.permissions, now, order.expires_at);
    if (!fit) return fit.error();
    const Token secret = Token::make(TokenKind::kApi, self.county());
    const store::OwnToken token{Id<ApiToken>::make(now), order.name, order.permissions, now,
                                order.expires_at,        {}};
    return db::in_transaction(
        tools_.pool, self.scope(), [&](db::Transaction& tx) -> Result<NewToken> {
            const auto there = store::list_tokens(tx, self.county(), self.account(), now);
            if (there.size() >= kTokensPerAccount) return conflict("too_many_tokens");
            store::add_token(tx, self.county(), self.account(), token, secret.hash());
            note(tx, self, "account.make_token", now);
            return NewToken{token, secret.text()};
        });
}

Result<void> OwnAccount::revoke_token(const Principal& self, Id<ApiToken> id) {
    const auto session = needs_session(self);
    if (!session) return session;
    const Time now = tools_.clock.now();
    const auto revoked =
        db::in_transaction(tools_.pool, self.scope(), [&](db::Transaction& tx) -> Result<void> {
            if (!store::revoke_token(tx, self.county(), self.account(), id, now)) {
                return Refusal{RefusalKind::kNotFound, "no_such_token"};
            }
            store::raise_access_version(tx, self.county());
            note(tx, self, "account.revoke_token", now);
            return {};
        });
    tools_.identities.forget(self.county());
    return revoked;
}

void OwnAccount::note(db::Transaction& tx, const Principal& self, std::string action,
                      Time now) const {
    const Actor actor{self.scope()};
    audit::record(tx, actor.entry(now, std::move(action), "account", self.account().text()));
}

}  // namespace jingwei::access
