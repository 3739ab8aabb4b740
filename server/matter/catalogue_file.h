#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dto.h"
#include "core/result.h"
#include "matter/catalogue.h"

/// A catalogue as a file or a request holds it; data/matters/README.md describes it.
namespace jingwei::matter {

using Code = Text<1, 40>;

struct FileLimit {
    LimitStage stage = LimitStage::kHandle;
    std::optional<Text<1, 60>> unit;
    calendar::Limit limit;
};
BOOST_DESCRIBE_STRUCT(FileLimit, (), (stage, unit, limit))

struct FileUnit {
    grid::Level level = grid::Level::kTown;
    Text<1, 60> unit;
    std::optional<bool> lead;
};
BOOST_DESCRIBE_STRUCT(FileUnit, (), (level, unit, lead))

struct FileMatter {
    Code code;
    Text<1, 60> name_zh;
    std::optional<Text<0, 120>> name_en;
    std::optional<Lines<0, 1000>> guidance_zh;
    std::optional<Lines<0, 2000>> guidance_en;
    std::optional<Bearing> bearing;
    std::optional<Funding> funding;
    std::optional<Severity> severity;
    std::optional<Evidence> evidence;
    std::optional<bool> grid_may_close;
    std::optional<bool> is_public;
    std::optional<bool> emergency;
    std::optional<List<Text<1, 30>, 40>> keywords;
    std::optional<List<FileUnit, 30>> responsible;
    std::optional<List<FileLimit, 40>> limits;
    std::optional<Json> form;
};
BOOST_DESCRIBE_STRUCT(FileMatter, (),
                      (code, name_zh, name_en, guidance_zh, guidance_en, bearing, funding, severity,
                       evidence, grid_may_close, is_public, emergency, keywords, responsible,
                       limits, form))

struct FileSubclass {
    Code code;
    Text<1, 60> name_zh;
    std::optional<Text<0, 120>> name_en;
    List<FileMatter, 1000> matters;
};
BOOST_DESCRIBE_STRUCT(FileSubclass, (), (code, name_zh, name_en, matters))

struct FileClass {
    Code code;
    Text<1, 60> name_zh;
    std::optional<Text<0, 120>> name_en;
    List<FileSubclass, 300, 1> subclasses;
};
BOOST_DESCRIBE_STRUCT(FileClass, (), (code, name_zh, name_en, subclasses))

struct CatalogueFile {
    Text<1, 120> title;
    Text<1, 500> source;
    std::optional<List<FileLimit, 10>> limits;
    List<FileClass, 100, 1> classes;
};
BOOST_DESCRIBE_STRUCT(CatalogueFile, (), (title, source, limits, classes))

constexpr std::size_t kMostMatters = 5'000;

/// A checked catalogue, not yet of any county: its matters have no id, version or time.
struct CatalogueContent {
    std::string title;
    std::string source;
    std::vector<StageLimit> limits;
    std::vector<MatterClass> classes;
    std::vector<MatterSubclass> subclasses;
    std::vector<Matter> matters;
};

/// Everything a matter must be by itself: well-formed code, limits in range and none twice, no unit
/// twice on a level, grid_may_close only where the community bears it, a form that is an object
/// schema, and nothing that Jingwei refuses to hold (refused.json). The first fault, its field
/// pointing into the matter.
Result<Matter> checked(const FileMatter& file, std::string_view class_code,
                       std::string_view subclass_code);

/// The same for a whole catalogue, and its codes all different. At most kMostMatters.
Result<CatalogueContent> content_of(const CatalogueFile& file);

/// The file that a version of a matter would be written as: what an editor starts from.
FileMatter file_of(const Matter& matter);

/// The topic of what Jingwei refuses to hold that `text` touches ("religion", "petitioning", …) and
/// the word that does; nothing otherwise. Latin letters in any case.
struct RefusedWord {
    std::string topic;
    std::string word;
};
std::optional<RefusedWord> refused_word(std::string_view text);

/// The catalogue built into the program, data/matters/default_catalogue.json.
const CatalogueFile& shipped_catalogue();

}  // namespace jingwei::matter
