#include "app/settings.h"

#include "db/cluster_options.h"

namespace jingwei::app {

namespace fs = std::filesystem;

fs::path data_folder(const Settings& settings) {
    const fs::path named = settings.data ? fs::path(settings.data->str()) : fs::path();
    return db::default_cluster_options(named).data.parent_path();
}

std::optional<map::ExternalMap> external_map(const Settings& settings) {
    if (!settings.map_url) return std::nullopt;
    return map::ExternalMap{
        .templates = map::templates_of(settings.map_url->str()),
        .attribution = settings.map_attribution ? settings.map_attribution->str() : std::string(),
        .datum = settings.map_datum,
        .max_zoom = static_cast<std::int16_t>(settings.map_max_zoom.value())};
}

std::optional<fs::path> web_folder(const Settings& settings) {
    if (settings.web) return fs::path(settings.web->str());
    const fs::path program = fs::read_symlink("/proc/self/exe").parent_path();
    for (const auto& candidate : {program / "../share/jingwei/web",  // installed
                                  program / "../../../web/dist"}) {  // build/<preset>/server
        if (fs::is_directory(candidate)) return fs::weakly_canonical(candidate);
    }
    return std::nullopt;
}

}  // namespace jingwei::app
