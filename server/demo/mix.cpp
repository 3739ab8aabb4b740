#include "demo/mix.h"

#include <optional>

#include "core/dto.h"
#include "demo/data.h"

namespace jingwei::demo {

namespace {

struct SceneFile {
    std::string id, matter, of_class;
    std::vector<std::string> subtypes;
    Setting where = Setting::kAny;
    std::optional<std::vector<double>> seasons;
    std::vector<std::string> texts, handled;
    double self_closed = 0;
};
BOOST_DESCRIBE_STRUCT(SceneFile, (),
                      (id, matter, of_class, subtypes, where, seasons, texts, handled, self_closed))

struct ScenesFile {
    std::string about;
    std::vector<SceneFile> scenes;
};
BOOST_DESCRIBE_STRUCT(ScenesFile, (), (about, scenes))

std::vector<Scene> read_scenes() {
    std::vector<Scene> scenes;
    for (SceneFile& file : dto::parse<ScenesFile>(data::scenes).value().scenes)
        scenes.push_back({file.id, file.matter, file.of_class, file.subtypes, file.where,
                          file.seasons.value_or(std::vector<double>{}), file.texts, file.handled,
                          file.self_closed});
    return scenes;
}

}  // namespace

double Scene::season(int month) const {
    if (seasons.empty()) return 1;
    double sum = 0;
    for (const double each : seasons)
        sum += each;
    return seasons.at(static_cast<std::size_t>(month) - 1) * static_cast<double>(seasons.size()) /
           sum;
}

const Mix& shipped_mix() {
    static const Mix mix = dto::parse<Mix>(data::mix).value();
    return mix;
}

const std::vector<Scene>& shipped_scenes() {
    static const std::vector<Scene> scenes = read_scenes();
    return scenes;
}

}  // namespace jingwei::demo
