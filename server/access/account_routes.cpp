#include "access/access_routes.h"

namespace jingwei::access {
namespace {

struct AccountView {
    Id<Account> id;
    std::string login;
    std::string display_name;
    std::string path;
    Time created_at;
    std::optional<Time> disabled_at;
};
BOOST_DESCRIBE_STRUCT(AccountView, (), (id, login, display_name, path, created_at, disabled_at))

struct AccountsQuery {
    std::optional<Text<1, 60>> q;      ///< part of login or name
    std::optional<Text<1, 64>> after;  ///< cursor
    std::optional<Whole<1, 100>> limit;
};
BOOST_DESCRIBE_STRUCT(AccountsQuery, (), (q, after, limit))

struct AddAccountBody {
    Id<Account> id;
    Text<2, 32> login;
    Text<1, 60> display_name;
    Text<6, 200> path;
    Secret<1, 1024> new_password;
};
BOOST_DESCRIBE_STRUCT(AddAccountBody, (), (id, login, display_name, path, new_password))

struct ChangeAccountBody {
    std::optional<Text<1, 60>> display_name;
    std::optional<Text<6, 200>> path;
    std::optional<bool> disabled;
};
BOOST_DESCRIBE_STRUCT(ChangeAccountBody, (), (display_name, path, disabled))

struct ResetPasswordBody {
    Secret<1, 1024> new_password;
};
BOOST_DESCRIBE_STRUCT(ResetPasswordBody, (), (new_password))

AccountView view(const store::AccountRow& row) {
    return {row.id, row.login, row.display_name, row.path, row.created_at, row.disabled_at};
}

Result<AccountView> view(const Result<store::AccountRow>& row) {
    if (!row) return row.error();
    return view(*row);
}

template <class Body>
Actor reading(const http::Call<Body>& call) {
    return Actor::of(principal(call), permission::kAccountRead, store::kAccounts);
}

template <class Body>
Actor editing(const http::Call<Body>& call) {
    return Actor::of(principal(call), permission::kAccountEdit, store::kAccounts);
}

Result<Page<AccountView>> list(Access& access, const http::Call<AccountsQuery>& call) {
    const auto& query = call.body;
    const int limit = query.limit ? static_cast<int>(query.limit->value()) : 50;
    const auto part = query.q ? std::optional{query.q->str()} : std::nullopt;
    const auto rows = access.accounts().list(
        reading(call), query.after ? query.after->str() : std::string{}, part, limit + 1);
    if (!rows) return rows.error();
    Page<AccountView> page;
    for (const auto& row : *rows)
        page.items.push_back(view(row));
    if (page.items.size() > static_cast<std::size_t>(limit)) {
        page.items.pop_back();
        page.next = page.items.back().login;
    }
    return page;
}

Result<AccountView> add(Access& access, const http::Call<AddAccountBody>& call) {
    const auto& body = call.body;
    return view(access.accounts().add(editing(call), {body.id, body.login, body.display_name,
                                                      body.path, body.new_password, true}));
}

Result<AccountView> change(Access& access, const http::Call<ChangeAccountBody>& call) {
    AccountChange change;
    if (call.body.display_name) change.display_name = call.body.display_name->str();
    if (call.body.path) change.path = call.body.path->str();
    change.disabled = call.body.disabled;
    return view(access.accounts().change(editing(call), call.path_id<Account>("id"), change));
}

Result<Nothing> reset_password(Access& access, const http::Call<ResetPasswordBody>& call) {
    const auto done = access.accounts().reset_password(editing(call), call.path_id<Account>("id"),
                                                       call.body.new_password);
    if (!done) return done.error();
    return Nothing{};
}

}  // namespace

void add_account_routes(http::Routes& routes, Access& access) {
    routes.get<AccountsQuery, Page<AccountView>>(
        "/api/v1/accounts", permission::kAccountRead,
        [&access](const http::Call<AccountsQuery>& call) { return list(access, call); },
        "Accounts by login, of the subtrees that one looks after");
    routes.post<AddAccountBody, AccountView>(
        "/api/v1/accounts", permission::kAccountEdit,
        [&access](const http::Call<AddAccountBody>& call) { return add(access, call); },
        "Add an account; its password must be changed at the first sign-in");
    routes.get<Nothing, AccountView>(
        "/api/v1/accounts/{id}", permission::kAccountRead,
        [&access](const http::Call<>& call) {
            return view(access.accounts().find(reading(call), call.path_id<Account>("id")));
        },
        "One account");
    routes.patch<ChangeAccountBody, AccountView>(
        "/api/v1/accounts/{id}", permission::kAccountEdit,
        [&access](const http::Call<ChangeAccountBody>& call) { return change(access, call); },
        "Rename, move, disable or enable an account");
    routes.post<ResetPasswordBody, Nothing>(
        "/api/v1/accounts/{id}/password", permission::kAccountEdit,
        [&access](const http::Call<ResetPasswordBody>& call) {
            return reset_password(access, call);
        },
        "Set a new password, which must be changed; takes off lock and second factor");
}

}  // namespace jingwei::access
