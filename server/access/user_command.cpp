#include "access/user_command.h"

#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

namespace jingwei::access {
namespace {

/// What the three commands were given.
struct Given {
    std::string county;
    std::string login;
    std::string name;
    std::string role;
    std::string path;
    std::string unit;
    bool keep_password = false;
};

struct Desk {
    std::function<Access&()> open;
    const Clock& clock;
    const Messages& messages;
};

template <class T>
const T& or_exit(const Desk& desk, const Result<T>& result) {
    if (result.has_value()) return *result;
    const auto& refusal = result.error();
    if (!refusal.field.empty()) std::cerr << refusal.field.substr(1) << ": ";
    std::cerr << desk.messages.sentence(Language::kEnglish, refusal.code, refusal.details) << '\n';
    throw CLI::RuntimeError(1);
}

void or_exit(const Desk& desk, const Result<void>& result) {
    if (result.has_value()) return;
    (void)or_exit<bool>(desk, Result<bool>{result.error()});
}

/// No echo on the terminal while it lives.
class Silence {
public:
    Silence() {
        if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~Silence() {
        if (!changed_) return;
        (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        std::cerr << '\n';
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    termios before_{};
    bool changed_ = false;
};

std::string read_password() {
    std::string password;
    if (isatty(STDIN_FILENO) != 0) {
        std::cerr << "Password: ";
        const Silence silence;
        std::getline(std::cin, password);
    } else {
        std::getline(std::cin, password);
    }
    return password;
}

const std::string& path_of(const Given& given) {
    return given.path.empty() ? given.county : given.path;
}

void add(const Desk& desk, const Given& given) {
    Access& access = desk.open();
    const auto added =
        access.accounts().add(Actor::system(given.county, store::kAccounts),
                              {Id<Account>::make(desk.clock.now()), given.login,
                               given.name.empty() ? given.login : given.name, path_of(given),
                               read_password(), !given.keep_password});
    std::cout << or_exit(desk, added).id.text() << '\n';
}

void passwd(const Desk& desk, const Given& given) {
    Access& access = desk.open();
    const auto actor = Actor::system(given.county, store::kAccounts);
    const auto account = or_exit(desk, access.accounts().find(actor, given.login));
    or_exit(desk, access.accounts().reset_password(actor, account.id, read_password()));
}

void grant(const Desk& desk, const Given& given) {
    Access& access = desk.open();
    const auto account = or_exit(
        desk, access.accounts().find(Actor::system(given.county, store::kAccounts), given.login));
    NewGrant wanted{account.id, given.role, {}, {}, desk.clock.now(), {}};
    if (given.unit.empty()) {
        wanted.path = path_of(given);
    } else {
        wanted.unit = Id<Unit>::parse(given.unit);
        if (!wanted.unit) {
            std::cerr << "--unit: " << given.unit
                      << " is no id of a unit. Copy it from the unit's page.\n";
            throw CLI::RuntimeError(1);
        }
    }
    const auto given_grant = access.grants().give(Actor::system(given.county, store::kGrants),
                                                  Id<RoleGrant>::make(desk.clock.now()), wanted);
    std::cout << or_exit(desk, given_grant).id.text() << '\n';
}

CLI::App* command(CLI::App& user, const char* name, const char* what, Given& given) {
    auto* sub = user.add_subcommand(name, what);
    sub->add_option("--county", given.county, "Six digits of the county")->required();
    sub->add_option("login", given.login, "Login of the account")->required();
    return sub;
}

}  // namespace

void add_user_command(CLI::App& app, std::function<Access&()> open, const Clock& clock,
                      const Messages& messages) {
    const auto desk = std::make_shared<Desk>(Desk{std::move(open), clock, messages});
    const auto given = std::make_shared<Given>();
    auto* user = app.add_subcommand("user", "Accounts and their roles, by the system itself");
    user->require_subcommand(1)->fallthrough();  // so that --data may stand at the end

    auto* adding = command(*user, "add", "Add an account; reads its password", *given);
    adding->add_option("--name", given->name, "Name on the screen; the login without it");
    adding->add_option("--path", given->path, "Node whose administrators look after it");
    adding->add_flag("--keep-password", given->keep_password,
                     "Do not ask for a new password at the first sign-in");
    adding->callback([desk, given] { add(*desk, *given); });

    auto* passing =
        command(*user, "passwd", "Set a new password; takes off lock and second factor", *given);
    passing->callback([desk, given] { passwd(*desk, *given); });

    auto* granting = command(*user, "grant", "Give a role on a subtree or a unit", *given);
    granting->add_option("role", given->role, "Name of the role")->required();
    auto* path = granting->add_option("--path", given->path, "Subtree; the county without it");
    granting->add_option("--unit", given->unit, "Id of the unit, for roles of units")
        ->excludes(path);
    granting->callback([desk, given] { grant(*desk, *given); });
}

}  // namespace jingwei::access
