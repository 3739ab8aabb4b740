#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/config.h"
#include "core/log.h"
#include "map/external_map.h"

namespace jingwei::app {

/// What an operator may set: as --tls-cert, as JINGWEI_TLS_CERT, or as tls_cert in the file that
/// --config names.
struct Settings {
    std::optional<Text<1, 300>> data;      ///< folder of everything that Jingwei keeps
    std::optional<Text<1, 500>> database;  ///< libpq URL; none: a private PostgreSQL below `data`
    std::optional<Text<6, 6>> county;      ///< of this installation
    Text<1, 100> address = "127.0.0.1";
    Whole<0, 65'535> port = 8080;
    std::optional<Text<1, 300>> tls_cert;
    std::optional<Text<1, 300>> tls_key;
    std::optional<Text<8, 300>> public_url;  ///< what residents type; none: address and port
    bool behind_proxy = false;
    std::optional<Text<1, 300>> web;  ///< folder with desk/, field/ and portal/
    Whole<1, 64> io_threads = 1;
    Whole<1, 512> workers = 16;
    Whole<1, 100'000> queue = 512;
    Whole<1, 200> connections = 16;  ///< to the database
    log::Level log_level = log::Level::kInfo;
    bool access_log = true;
    /// Base map of another host, in place of one's own: templates with {z}, {x} and {y}, drawn one
    /// over the other, with a space between them.
    std::optional<Text<1, 2000>> map_url;
    std::optional<Text<1, 200>> map_attribution;  ///< what that host wants to be said on the map
    map::Datum map_datum = map::Datum::kWgs84;    ///< of that host's pictures
    Whole<1, 22> map_max_zoom = 18;               ///< the deepest that it has
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (data, database, county, address, port, tls_cert, tls_key, public_url,
                       behind_proxy, web, io_threads, workers, queue, connections, log_level,
                       access_log, map_url, map_attribution, map_datum, map_max_zoom))

/// Folder for files, keys and uploads: `data`, else JINGWEI_DATA's place as the database has it.
std::filesystem::path data_folder(const Settings& settings);

/// The base map of another host that they name; nothing when they name none.
std::optional<map::ExternalMap> external_map(const Settings& settings);

/// Folder of the built web apps: `web`, else beside the program (installed), else in the source
/// tree that it was built in. Nothing when there is none.
std::optional<std::filesystem::path> web_folder(const Settings& settings);

}  // namespace jingwei::app
