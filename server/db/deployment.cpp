#include "db/deployment.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "db/archive.h"
#include "db/error.h"

namespace jingwei::db {
namespace {

[[noreturn]] void refuse(const std::vector<std::string>& missing) {
    throw std::runtime_error(
        fmt::format("the database cannot be used yet:\n- {}", fmt::join(missing, "\n- ")));
}

}  // namespace

Deployment::Deployment(DeploymentOptions options) : options_(std::move(options)) {
    if (!options_.url.empty()) return;
    cluster_ = std::make_unique<PrivateCluster>(default_cluster_options(options_.data_folder));
}

Deployment::~Deployment() = default;

MigrationReport Deployment::open() {
    if (cluster_) {
        if (!hold_folder()) return join();
        cluster_->start();
        Session server{cluster_->url("postgres"), std::string{PrivateCluster::kSuperuser}};
        set_up_server(server, options_.database);
    }
    set_up();
    Session session = owner();
    return migrate(session);
}

/// False: somebody else does, and we may work beside them.
bool Deployment::hold_folder() {
    if (lock_) return true;
    try {
        using enum FolderLock::Mode;
        lock_.emplace(cluster_->options().data.parent_path(),
                      options_.beside_a_server ? kRefuse : kWaitAMoment);
        return true;
    } catch (const FolderInUse&) {
        if (!options_.beside_a_server) throw;
        return false;
    }
}

MigrationReport Deployment::join() const {
    try {
        Session session = owner();
        const auto pending = pending_migrations(session);
        if (!pending.empty()) {
            throw std::runtime_error(
                fmt::format("the server that runs is older than this program (its database lacks "
                            "{}): stop it, run this again, and start the new one",
                            fmt::join(pending, ", ")));
        }
        return {.schema_version = migrations().back().number, .applied = {}};
    } catch (const Outage& outage) {
        throw Outage{
            fmt::format("the server that runs here is starting or stopping ({}): try "
                        "again in a moment",
                        outage.what())};
    }
}

/// Repeated at every start by whoever may: a restore loses the LEAKPROOF marks.
void Deployment::set_up() {
    Session session = administrator();
    if (session.value("SHOW is_superuser") == "on") {
        session.execute(std::string{set_up_script("create_roles")});
        set_up_database(session);
    }
    const SetUpStatus found = inspect_set_up(session);
    if (!found.usable()) refuse(found.missing);
}

void Deployment::close() {
    if (cluster_ && lock_) cluster_->stop();
    lock_.reset();
}

bool Deployment::is_down() const { return cluster_ && !cluster_->running(); }

void Deployment::revive() {
    if (cluster_) cluster_->start();
}

SetUpStatus Deployment::status() const {
    Session session = administrator();
    return inspect_set_up(session);
}

std::optional<std::string> Deployment::archive_trouble() const {
    if (!cluster_) return std::nullopt;
    Session session = administrator();
    return db::archive_trouble(session);
}

std::string Deployment::own_url() const {
    return cluster_ ? cluster_->url(options_.database) : options_.url;
}

Session Deployment::administrator() const {
    if (cluster_) return Session{own_url(), std::string{PrivateCluster::kSuperuser}};
    try {
        return Session{own_url(), {}};
    } catch (const Outage& outage) {
        throw Outage{fmt::format(
            "--database: {}. Check its address, user and password, and that the server runs.",
            outage.what())};
    }
}

Session Deployment::owner() const {
    return cluster_ ? Session{own_url(), std::string{kOwnerRole}}
                    : Session{own_url(), {}, std::string{kOwnerRole}};
}

PoolOptions Deployment::pool_options() const {
    PoolOptions pool;
    pool.url = own_url();
    pool.user = cluster_ ? kServerRole : std::string_view{};
    pool.role = cluster_ ? std::string_view{} : kServerRole;
    if (cluster_) pool.few_connections = 2 * std::max(1U, std::thread::hardware_concurrency());
    return pool;
}

}  // namespace jingwei::db
