#include "testing/database.h"

#include "db/set_up.h"
#include "testing/test_cluster.h"

namespace jingwei::testing {
namespace {

db::PoolOptions pool_options(const std::string& url, std::string_view user) {
    db::PoolOptions options;
    options.url = url;
    options.user = user;
    options.most_connections = 8;
    options.first_wait = std::chrono::milliseconds{0};
    return options;
}

}  // namespace

struct Database::State {
    explicit State(std::string made)
        : name(std::move(made)),
          url(test_cluster().url(name)),
          pool(pool_options(url, db::kServerRole)),
          owner(pool_options(url, db::kOwnerRole)) {}
    ~State() { test_cluster().drop_database(name); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    std::string name, url;
    db::Pool pool, owner;
};

Database::Database() : state_(std::make_unique<State>(test_cluster().make_database())) {}

Database::~Database() = default;

db::Pool& Database::pool() { return state_->pool; }

db::Pool& Database::owner() { return state_->owner; }

const std::string& Database::url() const { return state_->url; }

}  // namespace jingwei::testing
