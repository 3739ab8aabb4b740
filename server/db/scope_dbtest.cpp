#include <gmock/gmock.h>

#include <random>

#include "db/transaction.h"
#include "testing/database.h"

namespace jingwei::db {
namespace {

constexpr Statement kInside{"test.inside", "SELECT jingwei_in_paths($1)"};

/// What jingwei_in_paths() has to agree with, written the slow way.
bool inside(const std::vector<std::string>& roots, const std::string& path) {
    for (const auto& root : roots) {
        if (path == root || path.starts_with(root + "/")) return true;
    }
    return false;
}

TEST(ScopeFunctions, a_path_is_inside_exactly_its_subtrees) {
    testing::Database db;
    // A small world: every path of up to three segments over an alphabet with a prefix in it.
    std::vector<std::string> paths;
    const std::vector<std::string> segments{"1", "10", "a"};
    for (const auto& first : segments) {
        paths.push_back(first);
        for (const auto& second : segments) {
            paths.push_back(first + "/" + second);
            for (const auto& third : segments)
                paths.push_back(paths.back() + "/" + third);
        }
    }
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937 random{seed};
    for (int round = 0; round < 12; ++round) {
        Scope scope = Scope::nobody(std::string{testing::county});
        for (int root = 0; root < round / 2; ++root) {
            scope.paths.push_back(paths[random() % paths.size()]);
        }
        Transaction tx{db.pool(), scope};
        std::vector<Pending<bool>> answers;
        for (const auto& path : paths)
            answers.push_back(tx.later<bool>(kInside, path));
        for (std::size_t at = 0; at < paths.size(); ++at) {
            EXPECT_EQ(answers[at].one(), inside(scope.paths, paths[at])) << paths[at];
        }
    }
}

TEST(ScopeFunctions, null_is_nowhere) {
    testing::Database db;
    Transaction tx{db.pool(), testing::Database::everything()};
    EXPECT_FALSE(tx.one<bool>(kInside, std::nullopt));
}

}  // namespace
}  // namespace jingwei::db
