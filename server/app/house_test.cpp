#include "app/house.h"

#include <gmock/gmock.h>

namespace jingwei::app {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

/// The routes of the whole house; no database is asked.
class HouseTest : public ::testing::Test {
protected:
    ~HouseTest() override { fs::remove_all(folder_); }

    std::vector<std::string> routes_where(auto holds) {
        std::vector<std::string> found;
        for (const auto& endpoint : house_.routes.all())
            if (holds(*endpoint)) found.push_back(enum_name(endpoint->method) + endpoint->path);
        return found;
    }

    const SystemClock clock_;
    fs::path folder_ = fs::temp_directory_path() / Uuid::make(clock_.now()).text();
    House house_{{{}, KeyRing{{{1, std::string(32, 'k')}}}, folder_, "371323", "http://x"}, clock_};
};

TEST_F(HouseTest, opens_few_doors_to_nobody) {
    EXPECT_THAT(
        routes_where([](const auto& one) { return one.permission == http::kAnyone; }),
        UnorderedElementsAre(
            "get/healthz", "get/readyz", "get/metrics", "post/api/v1/session",
            "get/api/v1/public/grids/{code}/card", "get/api/v1/public/grids/{code}/photos/{id}",
            "get/grids/{code}", "get/api/v1/public/grids", "get/api/v1/public/matters",
            "post/api/v1/public/matters/suggestions", "get/api/v1/public/receipts/check",
            "post/api/v1/public/reports", "post/api/v1/public/follow",
            "post/api/v1/public/verdicts", "post/api/v1/public/reopenings"));
}

TEST_F(HouseTest, asks_for_permissions_that_there_are) {
    EXPECT_THAT(routes_where([](const auto& one) {
                    return one.permission != http::kAnyone && one.permission != http::kSignedIn &&
                           !access::is_permission(one.permission);
                }),
                IsEmpty());
}

TEST_F(HouseTest, lets_nobody_past_the_gate_but_at_those_doors) {
    const http::Request request;
    for (const auto& endpoint : house_.routes.all()) {
        const bool open = house_.access.gate()
                              .admit(nullptr, {endpoint->permission, endpoint->method}, request)
                              .has_value();
        EXPECT_EQ(open, endpoint->permission == http::kAnyone) << endpoint->path;
    }
}

TEST_F(HouseTest, serves_the_county_that_it_seals_for_and_no_other) {
    EXPECT_TRUE(house_.access.options().serves("371323"));
    EXPECT_FALSE(house_.access.options().serves("371324"));
}

}  // namespace
}  // namespace jingwei::app
