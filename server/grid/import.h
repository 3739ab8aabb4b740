#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "grid/changes.h"
#include "grid/territory.h"

namespace jingwei::grid {

inline constexpr std::size_t kMostImportRows = 50'000;
inline constexpr std::size_t kMostImportFaults = 200;  ///< listed; the rest is counted

struct ImportFault {
    std::int64_t line = 0;     ///< of the CSV, or the number of the feature, from 1
    std::string field;         ///< "code", "parent", "geometry/coordinates/0/3" …
    std::string code;          ///< of a sentence in data/messages
    std::string message = {};  ///< that sentence, where somebody reads it
};
BOOST_DESCRIBE_STRUCT(ImportFault, (), (line, field, code, message))

/// The text fields of an import; the file is the part "file".
struct ImportForm {
    std::optional<bool> dry_run;  ///< only tell what it would do
};
BOOST_DESCRIBE_STRUCT(ImportForm, (), (dry_run))

/// What became of an import. With a fault, and in a dry run, nothing was written and the counts say
/// what would be.
struct ImportReport {
    std::int64_t created = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t faulty = 0;  ///< all faults, listed or not
    std::vector<ImportFault> faults;
    bool written = false;
};
BOOST_DESCRIBE_STRUCT(ImportReport, (), (created, changed, unchanged, faulty, faults, written))

/// The counts, and the first kMostImportFaults of `faults` by line.
ImportReport report_of(std::size_t created, std::size_t changed, std::int64_t unchanged,
                       std::vector<ImportFault> faults);

/// One row as it came. Texts may be empty: level, kind and parent then follow from the code by the
/// county's rule, and households and boundary stay what they are.
struct ImportRow {
    std::int64_t line = 0;
    std::string code;
    std::string name;
    std::string level;
    std::string kind;
    std::string parent;  ///< its code
    std::string households;
    geo::MultiPolygon boundary;
};

struct ImportRows {
    std::vector<ImportRow> rows;
    std::vector<ImportFault> faults;
};

/// CSV with a head that names its columns: code, name, and any of level, kind, parent, households;
/// others are passed over. Refuses what csv::read() refuses, import_head_missing,
/// import_too_many_rows.
Result<ImportRows> read_import_csv(std::string_view text);

/// A GeoJSON FeatureCollection whose properties are called as the columns above; the geometry may
/// be null. Refuses import_not_a_collection, import_too_many_rows.
Result<ImportRows> read_import_geojson(std::string_view text);

/// What an import would do: nodes to create, parents first, and nodes to change.
struct ImportPlan {
    struct Change {
        Id<Node> id;
        NodeChange change;
    };
    std::vector<NewNode> created;
    std::vector<std::int64_t> lines;  ///< of `created`, place by place
    std::vector<Change> changes;
    std::int64_t unchanged = 0;
    std::vector<ImportFault> faults;
};
ImportPlan plan_import(const Territory& territory, CodeRule rule, const ImportRows& rows, Time now);

/// A subtree as CSV with the head above, to be read back by read_import_csv(). Without boundaries.
std::string export_csv(const Territory& territory, const Node& root);

}  // namespace jingwei::grid
