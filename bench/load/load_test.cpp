#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <vector>

#include "load/answer.h"
#include "load/histogram.h"
#include "load/plan.h"
#include "load/template.h"
#include "load/uuid.h"

namespace jingwei::load {
namespace {

using ::testing::HasSubstr;

TEST(LatencyHistogram, is_empty_at_first) {
    const Histogram times;
    EXPECT_EQ(times.count(), 0U);
    EXPECT_EQ(times.quantile(0.95), 0U);
    EXPECT_EQ(times.most(), 0U);
}

TEST(LatencyHistogram, is_exact_below_128_microseconds) {
    for (std::uint64_t value = 0; value < 128; ++value) {
        Histogram times;
        times.add(value);
        EXPECT_EQ(times.quantile(1), value);
    }
}

TEST(LatencyHistogram, is_never_wrong_by_more_than_a_64th) {
    for (std::uint64_t value = 1; value < (std::uint64_t{1} << 36); value = value * 9 / 8 + 1) {
        Histogram times;
        times.add(value);
        EXPECT_LE(times.quantile(1), value);
        EXPECT_GE(times.quantile(1) + value / 64 + 1, value) << value;
    }
}

TEST(LatencyHistogram, agrees_with_a_sorted_list) {
    constexpr std::uint32_t kSeed = 20261128;
    std::mt19937 random{kSeed};
    std::lognormal_distribution<double> draw{7, 1.5};
    Histogram times;
    std::vector<std::uint64_t> values;
    for (int i = 0; i < 20'000; ++i) {
        values.push_back(static_cast<std::uint64_t>(draw(random)));
        times.add(values.back());
    }
    std::ranges::sort(values);
    for (const double share : {0.01, 0.5, 0.95, 0.99, 1.0}) {
        const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size())) - 1;
        const auto exact = static_cast<double>(values[at]);
        EXPECT_NEAR(static_cast<double>(times.quantile(share)), exact, exact / 64 + 1)
            << share << ", seed " << kSeed;
    }
    EXPECT_EQ(times.most(), values.back());
}

TEST(LatencyHistogram, counts_what_is_beyond_all_bounds_in_its_last_bucket) {
    Histogram times;
    times.add(~std::uint64_t{0});
    EXPECT_EQ(times.count(), 1U);
    EXPECT_GT(times.quantile(1), std::uint64_t{3600} * 1'000'000);
}

TEST(LatencyHistogram, adds_another) {
    Histogram one, other;
    one.add(10);
    other.add(20);
    one.add(other);
    EXPECT_EQ(one.count(), 2U);
    EXPECT_EQ(one.quantile(0.5), 10U);
    EXPECT_EQ(one.quantile(1), 20U);
}

constexpr std::string_view kAnswer =
    "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\ncontent-length: 4\r\n\r\n{ } ";

TEST(Answer, is_read_when_it_is_whole_and_not_before) {
    for (std::size_t size = 0; size < kAnswer.size(); ++size)
        EXPECT_FALSE(read_answer(kAnswer.substr(0, size))) << size;
    const auto answer = read_answer(kAnswer);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 201);
    EXPECT_EQ(answer->size, kAnswer.size());
    EXPECT_TRUE(answer->keep_alive);
}

TEST(Answer, leaves_what_follows_it) {
    const auto answer = read_answer(std::string{kAnswer} + "HTTP/1.1 200 OK\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->size, kAnswer.size());
}

TEST(Answer, may_end_the_connection) {
    const auto answer =
        read_answer("HTTP/1.1 503 Busy\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 503);
    EXPECT_FALSE(answer->keep_alive);
}

TEST(Answer, without_content_needs_no_length) {
    const auto answer = read_answer("HTTP/1.1 204 No Content\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 204);
}

TEST(Answer, that_cannot_be_measured_is_an_error) {
    EXPECT_THROW(read_answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
                 std::runtime_error);
    EXPECT_THROW(read_answer("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n"), std::runtime_error);
    EXPECT_THROW(read_answer("ICY 200 OK\r\n\r\n"), std::runtime_error);
    EXPECT_THROW(read_answer("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"),
                 std::runtime_error);
}

TEST(RequestTemplate, is_filled_with_the_journey_its_maker_and_new_ids) {
    const std::vector<std::string> words{"who", "where"};
    const Template made{"{{case}} by {{who}} at {{where}}: {{uuid}}", words};
    UuidMaker uuids{1};
    std::string out;
    made.fill(out, "C1", std::vector<std::string>{"worker", "grid"}, uuids);
    EXPECT_THAT(out, HasSubstr("C1 by worker at grid: "));
    EXPECT_EQ(out.size(), std::string{"C1 by worker at grid: "}.size() + 36);
}

TEST(RequestTemplate, with_a_word_that_nobody_has_is_refused) {
    EXPECT_THROW((Template{"{{nobody}}", {}}), std::runtime_error);
    EXPECT_THROW((Template{"{{case", {}}), std::runtime_error);
}

TEST(UuidMaker, makes_version_7_and_never_the_same_twice) {
    UuidMaker uuids{1};
    const auto one = uuids.make();
    EXPECT_EQ(one[14], '7');
    EXPECT_THAT(std::string{"89ab"}, HasSubstr(std::string(1, one[19])));
    EXPECT_NE(one, uuids.make());
}

TEST(LoadPlan, is_read_with_its_cast_and_stages) {
    const auto plan = parse_plan(R"({"mode": "journeys", "port": 8080, "connections": 3,
        "stages": [{"rate": 2.5, "seconds": 60}], "words": ["who"], "cast": [["a"], ["b"]],
        "steps": [{"name": "report", "head": "POST / HTTP/1.1\r\n{{who}}", "body": "{}"}]})");
    EXPECT_EQ(plan.port, 8080);
    EXPECT_EQ(plan.connections, 3U);
    ASSERT_EQ(plan.stages.size(), 1U);
    EXPECT_EQ(plan.stages[0].rate, 2.5);
    EXPECT_EQ(plan.cast.size(), 2U);
    EXPECT_EQ(plan.steps[0].name, "report");
}

TEST(LoadPlan, without_steps_or_with_a_cast_that_lacks_a_word_is_refused) {
    EXPECT_ANY_THROW(parse_plan(R"({"mode": "journeys", "cast": [[]], "steps": []})"));
    EXPECT_ANY_THROW(parse_plan(R"({"mode": "journeys", "words": ["who"], "cast": [[]],
        "steps": [{"name": "x", "head": "", "body": ""}]})"));
}

}  // namespace
}  // namespace jingwei::load
