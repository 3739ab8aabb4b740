#include <fmt/format.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <future>
#include <thread>

#include "db/deployment.h"
#include "db/in_transaction.h"
#include "db/private_cluster.h"

namespace jingwei::db {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr Statement kAdd{"test.add", "INSERT INTO thing (county) VALUES ($1)"};
constexpr Statement kCount{"test.count", "SELECT count(*) FROM thing"};

/// A deployment in a folder of its own. Making one takes seconds, so the tests share it; each finds
/// it open and may leave it in any state.
class Cluster : public ::testing::Test {
protected:
    static void SetUpTestSuite() { fs::remove_all(folder_); }
    static void TearDownTestSuite() {
        deployment_->close();
        deployment_.reset();
        fs::remove_all(folder_);
    }
    Cluster() {
        if (!deployment_) deployment_ = open();
        deployment_->open();
    }
    static std::unique_ptr<Deployment> open() {
        auto opened = std::make_unique<Deployment>(DeploymentOptions{.data_folder = folder_});
        opened->open();
        return opened;
    }
    void make_thing() {
        owner().execute(
            "DROP TABLE IF EXISTS thing; CREATE TABLE thing (county text);"
            "GRANT SELECT, INSERT ON thing TO jingwei_app");
    }
    /// What a crash of this program leaves behind: the postmaster, and nobody who knows of it.
    void crash() { deployment_.reset(); }
    pid_t postmaster() const {
        pid_t process = 0;
        std::ifstream{folder_ / "postgres" / "postmaster.pid"} >> process;
        return process;
    }
    Session owner() const {
        return Session{deployment_->pool_options().url, std::string{kOwnerRole}};
    }

    static inline const fs::path folder_ = fmt::format("/tmp/jingwei-cluster-{}", getpid());
    static inline std::unique_ptr<Deployment> deployment_;
};

TEST_F(Cluster, begins_empty_migrated_and_set_up) {
    const auto status = deployment_->status();
    EXPECT_THAT(status.missing, IsEmpty());
    EXPECT_THAT(status.slow, IsEmpty());
    EXPECT_GE(status.server_version, kOldestServerVersion);
    Session session = owner();
    EXPECT_EQ(session.value("SHOW data_checksums"), "on");
    EXPECT_EQ(session.value("SHOW server_encoding"), "UTF8");
    EXPECT_EQ(session.value("SHOW listen_addresses"), "");
    EXPECT_EQ(session.value("SHOW fsync"), "on");
    EXPECT_THAT(pending_migrations(session), IsEmpty());
}

TEST_F(Cluster, shares_its_sockets_with_nobody) {
    const auto options = default_cluster_options(folder_ / "shared");
    fs::create_directories(options.sockets);
    fs::permissions(options.sockets, fs::perms::all);
    EXPECT_THROW(PrivateCluster{options}.start(), std::runtime_error);
}

TEST_F(Cluster, is_one_programs_at_a_time) {
    try {
        open();
        FAIL();
    } catch (const std::runtime_error& refused) {
        EXPECT_THAT(refused.what(), HasSubstr("in use by another Jingwei"));
    }
}

TEST_F(Cluster, never_runs_as_root) {
    std::ifstream status{fmt::format("/proc/{}/status", postmaster())};
    const std::string text{std::istreambuf_iterator<char>{status}, {}};
    EXPECT_THAT(text, HasSubstr("Uid:"));
    EXPECT_EQ(text.find("Uid:\t0"), std::string::npos);
}

TEST_F(Cluster, a_postmaster_left_behind_is_adopted) {
    const auto before = postmaster();
    crash();
    deployment_ = open();
    EXPECT_EQ(postmaster(), before);
}

TEST_F(Cluster, stops_and_starts_again_with_what_was_written) {
    make_thing();
    owner().execute("INSERT INTO thing VALUES ('371323')");
    deployment_->close();
    EXPECT_EQ(postmaster(), 0);
    deployment_->open();
    EXPECT_EQ(owner().value("SELECT count(*) FROM thing"), "1");
}

TEST_F(Cluster, survives_a_kill_of_the_postmaster_without_losing_a_commit) {
    make_thing();
    const auto scope = Scope::whole_county("371323");
    Pool pool{deployment_->pool_options()};
    int acknowledged = 0;
    for (; acknowledged < 50; ++acknowledged) {
        Transaction tx{pool, scope};
        tx.queue(kAdd, "371323");
        tx.commit();
    }
    {
        Transaction open_when_killed{pool, scope};
        EXPECT_EQ(open_when_killed.run(kAdd, "371323"), 1);
        ASSERT_EQ(kill(postmaster(), SIGKILL), 0);
        crash();
        deployment_ = open();
        EXPECT_THROW((void)open_when_killed.run(kAdd, "371323"), Transient);
    }
    const auto counted = in_transaction(pool, scope, [](Transaction& tx) -> Result<int> {
        return static_cast<int>(tx.one<std::int64_t>(kCount));
    });
    EXPECT_EQ(counted.value(), acknowledged);
}

TEST_F(Cluster, waits_for_no_statement_of_a_killed_postmaster) {
    Session busy = owner();
    const auto ended = std::async(std::launch::async, [&] {
        EXPECT_THROW(busy.execute("SELECT count(*) FROM generate_series(1, 100000000000)"),
                     std::runtime_error);
    });
    Session watcher = owner();
    while (watcher.value("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' "
                         "AND usename = current_user") != "2")
        std::this_thread::yield();
    ASSERT_EQ(kill(postmaster(), SIGKILL), 0);
    while (!deployment_->is_down())
        std::this_thread::yield();
    deployment_->revive();
    EXPECT_FALSE(deployment_->is_down());
    EXPECT_EQ(owner().value("SELECT 1"), "1");
}

TEST_F(Cluster, an_interrupted_initdb_is_begun_anew) {
    deployment_->close();
    fs::remove_all(folder_ / "postgres");
    fs::create_directories(folder_ / "postgres.new");
    std::ofstream{folder_ / "postgres.new" / "PG_VERSION"} << "half\n";
    deployment_->open();
    EXPECT_TRUE(deployment_->status().usable());
}

TEST_F(Cluster, settings_of_the_administrator_win) {
    deployment_->close();
    std::ofstream{folder_ / "postgres" / "local.conf"} << "max_connections = 33\n";
    fs::permissions(folder_ / "postgres" / "local.conf", fs::perms{0644});
    deployment_->open();
    EXPECT_EQ(owner().value("SHOW max_connections"), "33");
    fs::remove(folder_ / "postgres" / "local.conf");
}

TEST_F(Cluster, a_setting_that_postgresql_refuses_is_reported_in_its_words) {
    deployment_->close();
    const auto local = folder_ / "postgres" / "local.conf";
    std::ofstream{local} << "max_connections = many\n";
    fs::permissions(local, fs::perms{0644});
    try {
        open();
        FAIL();
    } catch (const std::runtime_error& refused) {
        EXPECT_THAT(refused.what(), HasSubstr("max_connections"));
    }
    fs::remove(local);
}

TEST_F(Cluster, a_command_works_beside_the_process_that_holds_the_folder) {
    Deployment command{{.data_folder = folder_, .beside_a_server = true}};
    EXPECT_TRUE(command.open().applied.empty());
    Pool pool{command.pool_options()};
    const Statement who{"test.beside", "SELECT current_user::text"};
    Transaction tx{pool, Scope::nobody("371323")};
    EXPECT_EQ(tx.one<std::string>(who), kServerRole);
    command.close();
    EXPECT_EQ(owner().value("SELECT 1"), "1") << "the command stopped what it had not started";
}

TEST_F(Cluster, two_servers_never_share_a_folder) {
    Deployment second{{.data_folder = folder_}};
    EXPECT_THROW(second.open(), FolderInUse);
}

TEST_F(Cluster, works_as_well_on_a_server_that_somebody_else_runs) {
    const auto url = deployment_->pool_options().url;
    Session{url, std::string{PrivateCluster::kSuperuser}}.execute("CREATE DATABASE borrowed");
    auto borrowed = url + fmt::format(" dbname=borrowed user={}", PrivateCluster::kSuperuser);
    Deployment other{{.url = borrowed}};
    EXPECT_EQ(other.open().applied.size(), migrations().size());
    Pool pool{other.pool_options()};
    const Statement who{"test.who", "SELECT current_user::text"};
    Transaction tx{pool, Scope::nobody("371323")};
    EXPECT_EQ(tx.one<std::string>(who), kServerRole);
}

TEST_F(Cluster, without_a_superuser_says_what_an_administrator_has_to_do) {
    const auto url = deployment_->pool_options().url;
    Session admin{url, std::string{PrivateCluster::kSuperuser}};
    admin.execute("CREATE DATABASE bare OWNER jingwei_owner");
    Deployment other{{.url = url + fmt::format(" dbname=bare user={}", kOwnerRole)}};
    try {
        other.open();
        FAIL();
    } catch (const std::runtime_error& refused) {
        EXPECT_THAT(refused.what(), HasSubstr("db/setup/prepare_database.sql"));
    }
}

TEST(ClusterFolder, too_long_for_a_socket_is_refused_with_the_remedy) {
    ClusterOptions options;
    options.sockets = "/tmp/" + std::string(100, 'x');
    EXPECT_THROW(PrivateCluster{options}, std::runtime_error);
}

}  // namespace
}  // namespace jingwei::db
