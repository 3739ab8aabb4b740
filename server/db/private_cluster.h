#pragma once

#include <string>
#include <string_view>

#include "db/cluster_options.h"

namespace jingwei::db {

/// A PostgreSQL cluster that Jingwei makes, starts and stops by itself: a folder is the database.
///
/// Checksums on, UTF-8, sorted by octets (C.UTF-8), reached through a unix socket only, which lets
/// in nobody but root and the user that runs it (peer). PostgreSQL itself never runs as root.
/// Whoever starts it tunes it to the machine; an administrator's own settings go into local.conf
/// beside postgresql.conf and win. One process at a time may call start() and stop() on a folder.
class PrivateCluster {
public:
    /// The superuser of the cluster, for set-up only.
    static constexpr std::string_view kSuperuser = "postgres";

    explicit PrivateCluster(ClusterOptions options);

    /// Makes the cluster when the folder is empty, starts it when it does not run, and waits until
    /// it answers, recovery after a crash included. A postmaster left behind by a crashed Jingwei
    /// is adopted. Throws std::runtime_error with PostgreSQL's own words and the place of its log.
    void start();

    /// Ends every session and shuts down cleanly. Nothing when it does not run.
    void stop();

    bool running() const;

    /// libpq URL of a database of this cluster, without a user.
    std::string url(std::string_view database) const;

    /// Path of a program of PostgreSQL ("pg_basebackup") in the version of this cluster.
    std::filesystem::path program(std::string_view name) const;

    const ClusterOptions& options() const { return options_; }

private:
    void make_folders() const;
    void make_cluster() const;
    void write_settings() const;
    void require_running() const;
    void launch() const;
    void forget_dead_postmaster() const;
    void wait_until_it_answers() const;
    ProgramResult control(std::vector<std::string> arguments) const;
    std::filesystem::path start_log() const;
    std::string last_words() const;

    ClusterOptions options_;
};

}  // namespace jingwei::db
