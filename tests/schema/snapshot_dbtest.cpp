#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "db/cluster_options.h"
#include "db/program.h"
#include "testing/database.h"
#include "testing/test_cluster.h"

namespace jingwei {
namespace {

const std::string kSnapshot = JINGWEI_SOURCE_DIR "/db/schema.sql";

/// What pg_dump says about itself and its session differs from one version to the next.
bool is_about_the_dump(std::string_view line) {
    for (const auto start : {"--", "SET ", "SELECT pg_catalog.set_config", "\\"}) {
        if (line.starts_with(start)) return true;
    }
    return false;
}

std::string without_noise(const std::string& dump) {
    std::istringstream lines{dump};
    std::string kept =
        "-- What the migrations make, written by tools/schema. Read it; never run or edit it.\n";
    bool blank = false;
    for (std::string line; std::getline(lines, line);) {
        if (is_about_the_dump(line)) continue;
        if (line.empty()) {
            blank = true;
            continue;
        }
        if (blank) kept += '\n';
        blank = false;
        kept += line + '\n';
    }
    return kept;
}

std::string schema_now() {
    testing::Database database;
    const auto dumped = db::run_program(
        {(db::find_programs(std::nullopt) / "pg_dump").string(), "--schema-only",
         fmt::format("--dbname={} user={}", database.url(), testing::TestCluster::superuser())});
    EXPECT_EQ(dumped.exit_status, 0) << dumped.output;
    return without_noise(dumped.output);
}

std::string read(const std::string& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

TEST(Snapshot, is_what_the_migrations_make) {
    const std::string now = schema_now();
    // Set by tools/schema.
    if (std::getenv("JINGWEI_WRITE_SCHEMA") != nullptr) std::ofstream{kSnapshot} << now;
    EXPECT_TRUE(read(kSnapshot) == now) << "db/schema.sql is out of date: run tools/schema";
}

}  // namespace
}  // namespace jingwei
