#include "app/deployment.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "demo/names.h"

namespace jingwei::app {
namespace {

/// The county of the demo, and of whoever has not said where they are.
constexpr std::string_view kDefaultCounty = demo::kCountyCode;

std::string public_url(const Settings& settings) {
    if (settings.public_url) return settings.public_url->str();
    return fmt::format("{}://{}:{}", settings.tls_cert ? "https" : "http", settings.address.str(),
                       settings.port.value());
}

/// The first thing that a command does with its data folder, so that one that cannot be used is
/// told by its option.
void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error && ::access(folder.c_str(), R_OK | W_OK | X_OK) == 0) return;
    const std::string why = error ? error.message() : std::strerror(errno);
    throw std::runtime_error(
        fmt::format("--data: cannot write to the folder {}: {}. Give it to this user, or give "
                    "another folder.",
                    folder.string(), why));
}

}  // namespace

db::DeploymentOptions deployment_options(const Settings& settings) {
    make_folder(data_folder(settings));
    db::DeploymentOptions options;
    if (settings.database) options.url = settings.database->str();
    if (settings.data) options.data_folder = settings.data->str();
    return options;
}

Ground ground_of(const Settings& settings, const db::Deployment& deployment) {
    const auto folder = data_folder(settings);
    make_folder(folder);
    auto pool = deployment.pool_options();
    pool.most_connections = static_cast<std::size_t>(settings.connections.value());
    return {std::move(pool),
            KeyRing::load_or_create(folder / "keys"),
            folder,
            settings.county ? settings.county->str() : std::string(kDefaultCounty),
            public_url(settings),
            external_map(settings)};
}

}  // namespace jingwei::app
