#include "http/operations.h"

#include <gtest/gtest.h>

#include "http/problem.h"

namespace jingwei::http {
namespace {

class OperationsTest : public testing::Test {
protected:
    OperationsTest() {
        add_operations(routes_, readiness_, [this]() -> const Metrics& { return metrics_; });
    }

    /// What the route of that path answers to `client`.
    Result<Reply> ask(std::string_view path, std::string client) {
        for (const auto& endpoint : routes_.all()) {
            if (endpoint->path != path) continue;
            Request request;
            request.client = std::move(client);
            Exchange exchange{request, {}, {}, {}};
            return endpoint->run(exchange);
        }
        throw std::logic_error("no such route");
    }

    Readiness readiness_;
    Metrics metrics_{{"/a"}};
    Routes routes_;
};

TEST_F(OperationsTest, lives_and_is_ready_when_nothing_speaks_against_it) {
    EXPECT_EQ(ask("/healthz", "10.0.0.1")->body, "ok\n");
    readiness_.add("database", [] { return std::nullopt; });
    EXPECT_EQ(ask("/readyz", "127.0.0.1")->body,
              R"({"checks":[{"name":"database","ready":true,"problem":null}],"warnings":[]})");
    EXPECT_EQ(ask("/readyz", "10.0.0.1")->body, R"({"checks":[],"warnings":[]})");
}

TEST_F(OperationsTest, is_not_ready_when_a_check_fails_or_throws) {
    readiness_.add("database",
                   []() -> std::optional<std::string> { throw std::runtime_error("away"); });
    const auto answer = ask("/readyz", "127.0.0.1");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "not_ready_because");
    EXPECT_EQ(answer.error().details, (Details{{"problems", "database: away"}}));
    EXPECT_EQ(ask("/readyz", "10.0.0.1").error(),
              (Refusal{RefusalKind::kUnavailable, "not_ready"}));
    EXPECT_EQ(status_of(Reply::refused(answer.error())), 503);
    EXPECT_EQ(readiness_.look().at(0).problem, "away");
}

TEST_F(OperationsTest, looks_once_a_second_however_many_ask) {
    int looked = 0;
    readiness_.add("database", [&looked]() -> std::optional<std::string> {
        ++looked;
        return std::nullopt;
    });
    for (int asked = 0; asked < 100; ++asked)
        EXPECT_EQ(readiness_.look().size(), 1U);
    EXPECT_LE(looked, 2);
}

TEST_F(OperationsTest, is_ready_with_a_warning_that_it_tells_this_machine) {
    readiness_.warn("calendar", [] { return "2027 is missing"; });
    readiness_.warn("nothing", [] { return std::nullopt; });
    readiness_.warn("broken",
                    []() -> std::optional<std::string> { throw std::runtime_error("away"); });
    EXPECT_EQ(ask("/readyz", "127.0.0.1")->body,
              R"({"checks":[],"warnings":[{"name":"calendar","problem":"2027 is missing"}]})");
    EXPECT_EQ(ask("/readyz", "10.0.0.1")->body, R"({"checks":[],"warnings":[]})");
}

TEST_F(OperationsTest, tells_its_figures_to_this_machine_only) {
    metrics_.count(0, 200, std::chrono::milliseconds(3));
    metrics_.count(7, 503, std::chrono::seconds(60));
    metrics_.add("jingwei_things", "Things.", Metrics::Type::kGauge, [] { return 2.0; });
    const std::string text = ask("/metrics", "::1")->body;
    for (const auto* line : {"jingwei_requests_total{route=\"/a\",status=\"2xx\"} 1\n",
                             "jingwei_requests_total{route=\"other\",status=\"5xx\"} 1\n",
                             "jingwei_request_seconds_bucket{route=\"/a\",le=\"0.0025\"} 0\n",
                             "jingwei_request_seconds_bucket{route=\"/a\",le=\"0.005\"} 1\n",
                             "jingwei_request_seconds_bucket{route=\"other\",le=\"+Inf\"} 1\n",
                             "jingwei_things 2\n"}) {
        EXPECT_NE(text.find(line), text.npos) << line << "in\n" << text;
    }
    EXPECT_FALSE(ask("/metrics", "10.0.0.1"));
}

}  // namespace
}  // namespace jingwei::http
