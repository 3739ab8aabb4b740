#pragma once

#include <string>

#include "db/private_cluster.h"

namespace jingwei::testing {

/// The private cluster of this build tree and user, in a folder of its own under /tmp: started by
/// the first test program that needs it and left running for the next (tools/stop-test-clusters
/// ends it). It gives up durability for speed. Programs and threads may share it.
class TestCluster {
public:
    /// Starts or adopts the cluster, migrates the template when it is not of the current schema,
    /// and drops databases that crashed programs left behind.
    TestCluster();

    /// A clone of the template under a new name. Thread-safe.
    std::string make_database();
    void drop_database(const std::string& name) noexcept;

    std::string url(const std::string& database) const { return cluster_.url(database); }
    static std::string superuser() { return std::string{db::PrivateCluster::kSuperuser}; }

private:
    void require_template();
    void drop_leftovers();

    db::PrivateCluster cluster_;
    std::string template_;
};

/// The one of this program, made when first asked for.
TestCluster& test_cluster();

}  // namespace jingwei::testing
