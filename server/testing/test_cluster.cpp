#include "testing/test_cluster.h"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <charconv>

#include "db/folder_lock.h"
#include "db/migrator.h"
#include "db/set_up.h"

namespace jingwei::testing {
namespace {

constexpr auto kTemplatePrefix = "template_";
constexpr auto kClonePrefix = "test_";

std::filesystem::path folder() { return fmt::format("{}-{}", JINGWEI_TEST_FOLDER, geteuid()); }

db::ClusterOptions options() {
    db::ClusterOptions options = db::default_cluster_options(folder());
    options.durable = false;
    return options;
}

std::vector<std::string> names(const db::Rows& rows) {
    std::vector<std::string> out;
    for (int row = 0; row < rows.size(); ++row)
        out.emplace_back(rows.text(row, 0));
    return out;
}

/// The process in "test_1234_7".
bool owner_lives(std::string_view database) {
    const auto digits = database.substr(std::string_view{kClonePrefix}.size());
    pid_t process = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), process);
    return process > 0 && kill(process, 0) == 0;
}

}  // namespace

TestCluster::TestCluster()
    : cluster_(options()), template_(kTemplatePrefix + db::schema_fingerprint().substr(0, 16)) {
    const db::FolderLock lock{folder(), db::FolderLock::Mode::kWait};
    cluster_.start();
    drop_leftovers();
    require_template();
}

/// Under a name of its own until it is whole: an interrupted one is never cloned.
void TestCluster::require_template() {
    db::Session server{url("postgres"), superuser()};
    if (!server.value("SELECT 1 FROM pg_database WHERE datname = $1", {template_}).empty()) return;
    const auto unfinished = "unfinished_" + template_;
    server.execute("DROP DATABASE IF EXISTS " + server.identifier(unfinished));
    db::set_up_server(server, unfinished);
    {
        db::Session inside{url(unfinished), superuser()};
        db::set_up_database(inside);
        db::Session owner{url(unfinished), std::string{db::kOwnerRole}};
        db::migrate(owner);
    }
    server.execute(fmt::format("ALTER DATABASE {} RENAME TO {}", server.identifier(unfinished),
                               server.identifier(template_)));
}

void TestCluster::drop_leftovers() {
    db::Session server{url("postgres"), superuser()};
    for (const auto& name : names(server.query("SELECT datname FROM pg_database"))) {
        const bool old_template = name.starts_with(kTemplatePrefix) && name != template_;
        if (old_template || (name.starts_with(kClonePrefix) && !owner_lives(name))) {
            drop_database(name);
        }
    }
}

std::string TestCluster::make_database() {
    static std::atomic<int> made{0};
    const auto name = fmt::format("{}{}_{}", kClonePrefix, getpid(), ++made);
    db::Session server{url("postgres"), superuser()};
    server.execute(fmt::format("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY file_copy",
                               server.identifier(name), db::kOwnerRole,
                               server.identifier(template_)));
    // Rights on a database are not cloned.
    server.execute(
        fmt::format("REVOKE ALL ON DATABASE {0} FROM PUBLIC;"
                    "GRANT CONNECT ON DATABASE {0} TO {1}",
                    server.identifier(name), db::kServerRole));
    return name;
}

void TestCluster::drop_database(const std::string& name) noexcept {
    try {
        db::Session server{url("postgres"), superuser()};
        server.execute(
            fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", server.identifier(name)));
    } catch (const std::exception& failure) {
        // Left to drop_leftovers() of the next program.
        fmt::print(stderr, "{} was not dropped: {}\n", name, failure.what());
    }
}

TestCluster& test_cluster() {
    static TestCluster cluster;
    return cluster;
}

}  // namespace jingwei::testing
