#include "access/sign_in.h"

#include <algorithm>
#include <cctype>

#include "access/totp.h"
#include "db/in_transaction.h"

namespace jingwei::access {
namespace {

std::string lower(std::string text) {
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

/// What a transaction of signing in came to. A refusal must be committed too (it counts), so it
/// travels as a value.
struct SignIn::Verdict {
    Verdict(std::optional<Refusal> refusal_, std::optional<Token> token_, std::string device_ = {})
        : refusal(std::move(refusal_)), token(std::move(token_)), device(std::move(device_)) {}

    std::optional<Refusal> refusal;
    std::optional<Token> token;
    std::string device;

    static Verdict refused(std::string code, std::string field = {}) {
        return {Refusal{RefusalKind::kUnauthenticated, std::move(code), std::move(field)}, {}};
    }
};

/// Who tries, and the failures that count for him.
struct SignIn::Caller {
    Id<Account> account;
    std::optional<Id<Device>> device;  ///< nothing: a stranger
    Failures failed;
};

struct SignIn::Comparison {
    Id<Account> account;  ///< nil: nobody has that login
    std::string hash;
    bool matched = false;
};

std::string totp_place(std::string_view county, Id<Account> account) {
    return std::string(county) + '/' + account.text();
}

Result<SignedIn> SignIn::sign_in(const SignInRequest& request) {
    const auto scope = store::at_the_door(request.county);
    const std::string login = lower(request.login);
    const auto row = db::in_transaction(
        tools_.pool, scope, [&](db::Transaction& tx) -> Result<std::optional<store::LoginRow>> {
            return store::find_login(tx, request.county, login);
        });
    const auto matched = *row ? tools_.passwords.matches((*row)->password_hash, request.password)
                              : tools_.passwords.matches_nobody(request.password);
    if (!matched) return matched.error();
    Comparison compared{{}, {}, *matched};
    if (*row) compared = {(*row)->account_id, (*row)->password_hash, *matched};
    const Time now = tools_.clock.now();
    const auto verdict = db::in_transaction(
        tools_.pool, scope,
        [&](db::Transaction& tx) -> Result<Verdict> { return judge(tx, request, compared, now); });
    if (verdict->refusal) return *verdict->refusal;
    auto principal = tools_.identities.find(*verdict->token);
    // Barred, or signed out everywhere, in the same moment.
    if (!principal) return *Verdict::refused("sign_in_failed").refusal;
    return SignedIn{*verdict->token, verdict->device, std::move(principal)};
}

SignIn::Verdict SignIn::judge(db::Transaction& tx, const SignInRequest& request,
                              const Comparison& compared, Time now) const {
    const auto account = compared.account;
    if (account.is_nil()) {
        note(tx, request, account, "account.sign_in_unknown", now);
        return Verdict::refused("sign_in_failed");
    }
    const auto row = store::lock_credential(tx, request.county, account);
    const Caller caller =
        row ? caller_of(tx, request, account, *row, now) : Caller{account, {}, {}};
    // Asked again under the lock of the row: parallel guesses do not slip past the limit.
    if (!row || caller.failed.locked(now)) {
        note(tx, request, account, "account.sign_in_while_locked", now);
        return Verdict::refused("sign_in_failed");
    }
    // Nor does a password that was changed while it was compared.
    const bool matched = compared.matched && row->password_hash == compared.hash;
    if (!matched) return fail(tx, request, caller, now);
    if (row->totp_confirmed_at) {
        if (!request.totp) return Verdict::refused("totp_required", "/totp");
        const auto step = accepted_step(request, account, *row, now);
        if (!step) return fail(tx, request, caller, now);
        store::save_totp(tx, request.county, account, row->totp_secret, row->totp_confirmed_at,
                         step);
    }
    return welcome(tx, request, caller, now);
}

SignIn::Caller SignIn::caller_of(db::Transaction& tx, const SignInRequest& request,
                                 Id<Account> account, const store::CredentialRow& row,
                                 Time now) const {
    const auto device = known_device(tools_.keys, request.county, account, request.device,
                                     row.password_changed_at, now);
    if (!device) return {account, {}, row.failed()};
    return {account, device, store::device_failures(tx, request.county, account, *device)};
}

SignIn::Verdict SignIn::fail(db::Transaction& tx, const SignInRequest& request,
                             const Caller& caller, Time now) const {
    const auto& [account, device, before] = caller;
    const Failures after = after_failure(before, now);
    if (device) {
        store::save_device_failures(tx, request.county, account, *device, after);
    } else {
        store::save_failures(tx, request.county, account, after);
    }
    const auto* locked = device ? "account.device_locked" : "account.locked";
    note(tx, request, account, after.locked(now) ? locked : "account.sign_in_failed", now);
    return Verdict::refused("sign_in_failed");
}

SignIn::Verdict SignIn::welcome(db::Transaction& tx, const SignInRequest& request,
                                const Caller& caller, Time now) const {
    const auto account = caller.account;
    const Token token = Token::make(TokenKind::kSession, request.county);
    if (caller.device) {
        store::forget_device_failures(tx, request.county, account, *caller.device);
    } else {
        store::save_failures(tx, request.county, account, Failures{});
    }
    store::add_session(tx, request.county, Id<Session>::make(now), account, token.hash(),
                       request.seat, now);
    const auto ended =
        store::end_oldest_sessions(tx, request.county, account, tools_.limits.per_account, now);
    if (ended > 0) store::raise_access_version(tx, request.county);
    note(tx, request, account, "account.sign_in", now);
    const auto device = caller.device.value_or(Id<Device>::make(now));
    return {{}, token, device_mark(tools_.keys, request.county, account, device, now)};
}

std::optional<std::int64_t> SignIn::accepted_step(const SignInRequest& request, Id<Account> account,
                                                  const store::CredentialRow& row, Time now) const {
    const auto secret =
        tools_.keys.open(kTotpPurpose, row.totp_secret->data, totp_place(request.county, account));
    if (!secret) throw std::runtime_error("a second factor does not open: is a key missing?");
    return totp::accept(*secret, *request.totp, now, row.totp_last_step);
}

void SignIn::note(db::Transaction& tx, const SignInRequest& request, Id<Account> account,
                  std::string action, Time now) const {
    audit::Entry entry;
    entry.county = request.county;
    entry.account = account;
    entry.at = now;
    entry.action = std::move(action);
    entry.subject_kind = "account";
    entry.subject = account.is_nil() ? "" : account.text();
    entry.address = request.seat.address;
    audit::record(tx, entry);
}

Token SignIn::renew(db::Transaction& tx, const std::string& county, Id<Account> account,
                    const store::Seat& seat, Time now) const {
    const Token token = Token::make(TokenKind::kSession, county);
    const auto id = Id<Session>::make(now);
    store::end_other_sessions(tx, county, account, Id<Session>{}, now);
    store::add_session(tx, county, id, account, token.hash(), seat, now);
    store::raise_access_version(tx, county);
    return token;
}

void SignIn::sign_out(const Principal& principal) {
    const Time now = tools_.clock.now();
    const auto& who = principal.who();
    if (!who.session) return;
    (void)db::in_transaction(
        tools_.pool, principal.scope(), [&](db::Transaction& tx) -> Result<void> {
            if (store::end_session(tx, who.county, who.account, *who.session, now)) {
                store::raise_access_version(tx, who.county);
                const Actor actor{principal.scope()};
                audit::record(tx,
                              actor.entry(now, "account.sign_out", "account", who.account.text()));
            }
            return {};
        });
    tools_.identities.forget(who.county);
}

}  // namespace jingwei::access
