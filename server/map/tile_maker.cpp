#include "map/tile_maker.h"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "db/program.h"
#include "map/data.h"

namespace jingwei::map {
namespace {

namespace fs = std::filesystem;

constexpr int kNoSuchCommand = 127;  // of timeout, prlimit and nice alike
constexpr int kTimeOver = 124;       // of timeout
constexpr int kKilled = 128 + 9;
constexpr int kProcessorTimeOver = 128 + 24;
constexpr std::size_t kMostSaid = 400;

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, std::string_view text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush()) throw std::system_error(errno, std::generic_category(), file.string());
}

Result<void> check_extract(const fs::path& extract, const MakerLimits& limits) {
    std::error_code fault;
    std::ifstream in(extract, std::ios::binary);
    if (!fs::is_regular_file(extract, fault) || !in)
        return Refusal{RefusalKind::kNotFound, "map_file_missing"};
    if (fs::file_size(extract, fault) > limits.extract_octets) {
        return Refusal{RefusalKind::kTooLarge,
                       "map_file_too_large",
                       {},
                       {{"max", std::to_string(limits.extract_octets / 1'000'000)}}};
    }
    std::string head(64, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    if (!begins_as_extract(head)) return Refusal{RefusalKind::kInvalid, "map_file_not_pbf"};
    return {};
}

std::vector<std::string> command(const fs::path& extract, const std::optional<Bounds>& bounds,
                                 const fs::path& folder, const MakerLimits& limits) {
    const auto seconds = std::chrono::seconds(limits.time).count();
    const auto octets = static_cast<std::uint64_t>(limits.gigabytes) << 30;
    std::vector<std::string> words{"timeout",
                                   "--kill-after=10",
                                   std::to_string(seconds),
                                   "prlimit",
                                   fmt::format("--as={}", octets),
                                   fmt::format("--fsize={}", octets),
                                   fmt::format("--cpu={}", 2 * seconds),
                                   "--core=0",
                                   "--",
                                   "nice",
                                   limits.program,
                                   "--input",
                                   fs::absolute(extract).string(),
                                   "--output",
                                   (folder / "tiles").string(),
                                   "--config",
                                   (folder / "layers.json").string(),
                                   "--process",
                                   (folder / "layers.lua").string()};
    if (bounds) {
        words.push_back(fmt::format("--bbox={},{},{},{}", bounds->west, bounds->south, bounds->east,
                                    bounds->north));
    }
    return words;
}

/// The end of what it said, in one line: it tells its progress over and over before.
std::string last_words(std::string text) {
    for (auto& letter : text)
        if (letter == '\n' || letter == '\r') letter = ' ';
    while (text.ends_with(' '))
        text.pop_back();
    return text.size() <= kMostSaid ? text : "…" + text.substr(text.size() - kMostSaid);
}

Result<void> check_outcome(const db::ProgramResult& result, const MakerLimits& limits) {
    const int status = result.exit_status;
    if (status == 0) return {};
    if (status == kNoSuchCommand) return Refusal{RefusalKind::kUnavailable, "map_maker_missing"};
    if (status == kTimeOver || status == kKilled || status == kProcessorTimeOver ||
        result.output.find("bad_alloc") != result.output.npos) {
        return Refusal{RefusalKind::kTooLarge,
                       "map_maker_over_limit",
                       {},
                       {{"minutes", std::to_string(limits.time.count())},
                        {"gigabytes", std::to_string(limits.gigabytes)}}};
    }
    return Refusal{
        RefusalKind::kInvalid, "map_maker_failed", {}, {{"said", last_words(result.output)}}};
}

/// What metadata.json says; of an extract that states none tilemaker writes four zeros.
std::optional<Bounds> bounds_in(const fs::path& metadata) {
    boost::json::error_code fault;
    const auto said = boost::json::parse(text_of(metadata), fault);
    const auto* object = fault ? nullptr : said.if_object();
    const auto* sides = object != nullptr ? object->if_contains("bounds") : nullptr;
    if (sides == nullptr || !sides->is_array() || sides->get_array().size() != 4)
        return std::nullopt;
    std::string text;
    for (const auto& side : sides->get_array())
        text += fmt::format("{}{}", text.empty() ? "" : ",", side.to_number<double>(fault));
    return parse_bounds(text);
}

}  // namespace

ScratchFolder::ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "jingwei-map-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

Result<MadeTiles> make_tiles(const fs::path& extract, const std::optional<Bounds>& bounds,
                             const MakerLimits& limits) {
    if (const auto checked = check_extract(extract, limits); !checked) return checked.error();
    ScratchFolder folder;
    write(folder.path() / "layers.json", data::layers_config);
    write(folder.path() / "layers.lua", data::layers);
    fs::create_directory(folder.path() / "tiles");  // tilemaker makes it only with a tile in it
    const auto ran = db::run_program(command(extract, bounds, folder.path(), limits));
    if (const auto done = check_outcome(ran, limits); !done) return done.error();
    const auto covered = bounds ? bounds : bounds_in(folder.path() / "tiles" / "metadata.json");
    return MadeTiles{std::move(folder), covered};
}

}  // namespace jingwei::map
