#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/dto.h"
#include "matter/catalogue_file.h"

/// What the routes of matter take and answer.
namespace jingwei::matter {

struct MatterLine {
    Id<Matter> id;
    std::string code;
    std::string name_zh;
    std::string name_en;
    Bearing bearing = Bearing::kAssists;
    Severity severity = Severity::kOrdinary;
    bool emergency = false;
    bool grid_may_close = false;
};
BOOST_DESCRIBE_STRUCT(MatterLine, (),
                      (id, code, name_zh, name_en, bearing, severity, emergency, grid_may_close))

struct SubclassView {
    std::string code;
    std::string name_zh;
    std::string name_en;
    std::vector<MatterLine> matters;
};
BOOST_DESCRIBE_STRUCT(SubclassView, (), (code, name_zh, name_en, matters))

struct ClassView {
    std::string code;
    std::string name_zh;
    std::string name_en;
    std::vector<SubclassView> subclasses;
};
BOOST_DESCRIBE_STRUCT(ClassView, (), (code, name_zh, name_en, subclasses))

/// What is in force now.
struct CatalogueView {
    std::int64_t version = 0;
    std::vector<ClassView> classes;
};
BOOST_DESCRIBE_STRUCT(CatalogueView, (), (version, classes))

/// The newest version of a matter. `limits` are those that hold, the county's defaults included.
struct MatterView {
    Id<Matter> id;
    std::int32_t version = 1;
    std::string class_code;
    std::string class_name_zh;
    std::string class_name_en;
    std::string subclass_code;
    std::string subclass_name_zh;
    std::string subclass_name_en;
    Time valid_from;
    std::optional<Time> valid_to;
    bool in_force = true;
    FileMatter content;
    std::vector<FileLimit> limits;
};
BOOST_DESCRIBE_STRUCT(MatterView, (),
                      (id, version, class_code, class_name_zh, class_name_en, subclass_code,
                       subclass_name_zh, subclass_name_en, valid_from, valid_to, in_force, content,
                       limits))

/// A POST, so that what a resident told does not end up in the logs of addresses.
struct SuggestBody {
    Lines<1, 2000> text;
};
BOOST_DESCRIBE_STRUCT(SuggestBody, (), (text))

struct SuggestionView {
    MatterLine matter;
    std::string class_name_zh;
    std::string class_name_en;
    std::vector<std::string> words;  ///< what spoke for it
};
BOOST_DESCRIBE_STRUCT(SuggestionView, (), (matter, class_name_zh, class_name_en, words))

struct Suggestions {
    std::vector<SuggestionView> items;  ///< best first
};
BOOST_DESCRIBE_STRUCT(Suggestions, (), (items))

struct AddMatter {
    Code subclass_code;
    FileMatter content;
};
BOOST_DESCRIBE_STRUCT(AddMatter, (), (subclass_code, content))

/// `version` is the one that the editor saw.
struct ChangeMatter {
    Whole<1, 1'000'000> version;
    FileMatter content;  ///< whole; its code stays
};
BOOST_DESCRIBE_STRUCT(ChangeMatter, (), (version, content))

struct EndMatter {
    Whole<1, 1'000'000> version;
};
BOOST_DESCRIBE_STRUCT(EndMatter, (), (version))

struct ImportedCatalogue {
    std::int32_t classes = 0;
    std::int32_t subclasses = 0;
    std::int32_t added = 0;
    std::int32_t changed = 0;
    std::int32_t dropped = 0;
    std::int32_t unchanged = 0;
};
BOOST_DESCRIBE_STRUCT(ImportedCatalogue, (),
                      (classes, subclasses, added, changed, dropped, unchanged))

}  // namespace jingwei::matter
