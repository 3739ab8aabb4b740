#include "app/deployment.h"

#include <fmt/format.h>

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

}  // namespace

db::DeploymentOptions deployment_options(const Settings& settings) {
    db::DeploymentOptions options;
    if (settings.database) options.url = settings.database->str();
    if (settings.data) options.data_folder = settings.data->str();
    return options;
}

Ground ground_of(const Settings& settings, const db::Deployment& deployment) {
    const auto folder = data_folder(settings);
    std::filesystem::create_directories(folder);
    auto pool = deployment.pool_options();
    pool.most_connections = static_cast<std::size_t>(settings.connections.value());
    return {std::move(pool), KeyRing::load_or_create(folder / "keys"), folder,
            settings.county ? settings.county->str() : std::string(kDefaultCounty),
            public_url(settings)};
}

}  // namespace jingwei::app
