#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "db/folder_lock.h"
#include "db/migrator.h"
#include "db/pool.h"
#include "db/private_cluster.h"
#include "db/set_up.h"

namespace jingwei::db {

struct DeploymentOptions {
    /// libpq URL of a server that somebody else runs (PostgreSQL 15 or newer); empty: a private
    /// cluster. Its user must be a superuser, or a member of jingwei_owner and jingwei_app after an
    /// administrator has run db/setup/.
    std::string url = {};
    /// Folder of the private cluster; empty: JINGWEI_DATA, or the machine's usual place.
    std::filesystem::path data_folder = {};
    /// Name of the database inside a private cluster.
    std::string database = "jingwei";
    /// Whether to work beside the process that has the private cluster open, if there is one.
    bool beside_a_server = false;
};

/// The database that this process works on, whichever kind it is: what main() opens before anything
/// else and closes after everything else.
class Deployment {
public:
    explicit Deployment(DeploymentOptions options);
    /// Leaves a private cluster running unless close() was called: the next start adopts it.
    ~Deployment();

    /// Starts the private cluster when there is one (its folder is then held for this process
    /// alone), arranges what only a superuser can, and migrates. Throws std::runtime_error with the
    /// remedy; safe to call again. Beside a server nothing of this is done: it must have the schema
    /// of this program.
    MigrationReport open();

    /// Stops the private cluster, if it was this process that held it.
    void close();

    /// Whether a private cluster should run and does not. Cheap; asks no server.
    bool is_down() const;
    /// Starts the private cluster again after it died, and waits until it answers. Throws as
    /// PrivateCluster::start() does. For whoever holds the folder, and the processes it forked.
    void revive();

    /// For the server's own work, as jingwei_app: the places, and how few connections at once a
    /// private cluster on these processors likes best. Other sizes and limits stay as they are.
    PoolOptions pool_options() const;

    /// As the owner of the tables, for what the server may not do: migrations, bulk loads.
    Session owner() const;

    /// As found now; a look at the server. Throws Outage when it is away.
    SetUpStatus status() const;

    /// Nothing when the log gets into the archive of the backup, or there is none (archive.h).
    std::optional<std::string> archive_trouble() const;

    bool is_private() const { return cluster_ != nullptr; }

private:
    Session administrator() const;
    std::string own_url() const;
    void set_up();
    bool hold_folder();
    MigrationReport join() const;

    DeploymentOptions options_;
    std::optional<FolderLock> lock_;
    std::unique_ptr<PrivateCluster> cluster_;
};

}  // namespace jingwei::db
