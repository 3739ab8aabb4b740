#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/clock.h"
#include "db/program.h"

namespace jingwei::db {

/// What a cluster that was copied is brought forward with, when it starts.
struct Recovery {
    std::filesystem::path archive;  ///< the folder that start_archiving() filled
    std::optional<Time> until;      ///< what was committed later is left out; nothing: to the end
};

/// Where and how a private PostgreSQL cluster lives.
struct ClusterOptions {
    std::filesystem::path data;      ///< the cluster's own folder; made when absent
    std::filesystem::path sockets;   ///< folder of its unix socket; made when absent
    std::filesystem::path programs;  ///< folder of initdb and pg_ctl; found by find_programs()
    std::optional<SystemUser> user;  ///< who runs it, when this process is root
    std::uint64_t memory_bytes = 0;  ///< of the machine, for tuning
    unsigned processors = 1;
    /// False gives up the data on a power cut for speed: tests only.
    bool durable = true;
    int most_connections = 100;
    std::chrono::seconds start_limit{120};  ///< recovery after a crash included
    /// With the file recovery.signal in its folder: it answers when the recovery is done.
    std::optional<Recovery> recovery = {};
};

/// What a machine offers and an environment asks for. As root: data under /var/lib/jingwei, sockets
/// under /run/jingwei, run by the system user jingwei (made when absent). Otherwise: data under
/// XDG_DATA_HOME, sockets under XDG_RUNTIME_DIR (or beside the data). `data_folder` (an option of
/// the command line) wins over JINGWEI_DATA, which wins over both; the cluster is its folder
/// "postgres".
ClusterOptions default_cluster_options(const std::filesystem::path& data_folder = {});

/// Memory (the control group's limit where that is lower) and processors of this machine.
std::uint64_t machine_memory_bytes();

/// The newest PostgreSQL ≥ 15 installed here, or the one of major version `major` that an existing
/// cluster needs; JINGWEI_POSTGRES names another folder. Throws std::runtime_error with the remedy.
std::filesystem::path find_programs(std::optional<int> major);

/// The text of postgresql.conf's private part for these options.
std::string tuned_settings(const ClusterOptions& options);

}  // namespace jingwei::db
