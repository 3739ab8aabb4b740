#include <atomic>

#include "http/operations.h"
#include "http/server_test.h"

namespace jingwei::http::test {
namespace {

TEST_F(ServerTest, keeps_a_lane_for_who_signs_in_and_for_all_others) {
    options_.limits.door_workers = 1;
    options_.limits.door_queue = 1;
    routes_.post<Nothing, Nothing>(
        "/api/v1/door", kAnyone,
        [this](const Call<>&) -> Result<Nothing> {
            latch_.wait();
            return Nothing{};
        },
        "Door");
    RawClient first(start());
    RawClient second(server_->port());
    first.say(post("/api/v1/door", "{}"));
    latch_.await_waiting(1);
    second.say(post("/api/v1/door", "{}") + get("/desk/"));
    while (server_->queued_requests() == 0)
        std::this_thread::yield();
    EXPECT_TRUE(ask(post("/api/v1/door", "{}")).starts_with("HTTP/1.1 503 "));
    EXPECT_TRUE(ask(get("/api/v1/breaks")).starts_with("HTTP/1.1 500 "));
    latch_.open();
    EXPECT_TRUE(second.hear_answer().starts_with("HTTP/1.1 204 "));
}

TEST_F(ServerTest, leaves_out_what_waited_for_longer_than_its_answer_was_worth) {
    options_.limits.handler_time = milliseconds(1'000);
    std::atomic<int> ran = 0;
    routes_.get<Nothing, Nothing>(
        "/api/v1/counts", kAnyone,
        [&ran](const Call<>&) -> Result<Nothing> {
            ++ran;
            return Nothing{};
        },
        "Count");
    RawClient first(start());
    RawClient second(server_->port());
    RawClient late(server_->port());
    first.say(get("/api/v1/waits"));
    second.say(get("/api/v1/waits"));
    latch_.await_waiting(2);
    EXPECT_TRUE(late.say(get("/api/v1/counts")).hear_all().starts_with("HTTP/1.1 503 "));
    latch_.open();
    server_.reset();  // which runs what is queued
    EXPECT_EQ(ran, 0);
}

TEST_F(ServerTest, knows_whose_a_large_body_is_before_it_keeps_it) {
    options_.limits.body_bytes = 100'000;
    options_.limits.door_bytes = 100;
    routes_.post<Greet, Greeting>(
        "/api/v1/secrets", kSignedIn,
        [](const Call<Greet>&) -> Result<Greeting> { return Greeting{}; }, "Secret");
    const std::string large = post("/api/v1/secrets", std::string(90'000, ' '));
    const std::string chunked =
        "POST /api/v1/secrets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n";
    // The body itself is never sent.
    EXPECT_TRUE(ask(large.substr(0, large.find("\r\n\r\n") + 4)).starts_with("HTTP/1.1 401 "));
    EXPECT_TRUE(ask(chunked).starts_with("HTTP/1.1 401 "));
    EXPECT_TRUE(ask(post("/api/v1/greetings", std::string(101, ' '))).starts_with("HTTP/1.1 413 "));
}

TEST_F(ServerTest, survives_the_head_of_a_chunk_that_never_ends) {
    const std::string head =
        "POST /api/v1/greetings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n";
    EXPECT_TRUE(ask(head + "1;a=" + std::string(300'000, 'a')).starts_with("HTTP/1.1 431 "));
    EXPECT_TRUE(ask(head + "0\r\nA: " + std::string(300'000, 'a')).starts_with("HTTP/1.1 431 "));
    EXPECT_TRUE(ask(get("/desk/")).ends_with("<p>desk</p>"));
}

TEST_F(ServerTest, survives_a_disk_that_takes_no_upload) {
    start();
    std::filesystem::remove_all(folder_ / "uploads");
    EXPECT_TRUE(ask(form("photo")).starts_with("HTTP/1.1 503 "));
    EXPECT_TRUE(ask(get("/desk/")).ends_with("<p>desk</p>"));
}

TEST_F(ServerTest, takes_so_many_uploads_at_once) {
    options_.limits.uploads = 1;
    const std::string whole = form(std::string(50'000, 'x'));
    RawClient first(start());
    first.say(whole.substr(0, 40'000));
    while (std::filesystem::is_empty(folder_ / "uploads"))
        std::this_thread::yield();
    EXPECT_TRUE(ask(form("photo")).starts_with("HTTP/1.1 503 "));
    EXPECT_TRUE(first.say(whole.substr(40'000)).hear_answer().ends_with("50000\"}"));
    first.say(whole.substr(0, 300));
    EXPECT_TRUE(first.say(whole.substr(300)).hear_answer().ends_with("50000\"}"));
}

TEST_F(ServerTest, clears_away_what_a_killed_server_left) {
    const auto old = folder_ / "uploads/old.upload";
    const auto young = folder_ / "uploads/young.upload";
    std::filesystem::create_directories(folder_ / "uploads");
    std::ofstream(old) << "x";
    std::ofstream(young) << "x";
    std::filesystem::last_write_time(
        old, std::filesystem::file_time_type::clock::now() - std::chrono::hours{3});
    start();
    EXPECT_FALSE(std::filesystem::exists(old));
    EXPECT_TRUE(std::filesystem::exists(young));
}

TEST_F(ServerTest, says_how_it_is_when_all_workers_are_busy) {
    Readiness readiness;
    add_operations(routes_, readiness, [this]() -> const Metrics& { return *metrics_; });
    RawClient first(start());
    RawClient second(server_->port());
    RawClient queued(server_->port());
    for (auto* client : {&first, &second, &queued})
        client->say(get("/api/v1/waits"));
    latch_.await_waiting(2);
    while (server_->queued_requests() < 1)
        std::this_thread::yield();
    EXPECT_TRUE(ask(get("/api/v1/waits")).starts_with("HTTP/1.1 503 "));
    EXPECT_TRUE(ask(get("/readyz")).starts_with("HTTP/1.1 200 "));
    EXPECT_TRUE(ask(get("/healthz")).starts_with("HTTP/1.1 200 "));
}

TEST_F(ServerTest, waits_for_no_check_that_does_not_end) {
    options_.limits.watch_time = milliseconds(50);
    Readiness readiness;
    readiness.add("mute", [this]() -> std::optional<std::string> {
        latch_.wait();
        return std::nullopt;
    });
    add_operations(routes_, readiness, [this]() -> const Metrics& { return *metrics_; });
    EXPECT_TRUE(ask(get("/readyz")).starts_with("HTTP/1.1 503 "));
    EXPECT_TRUE(ask(get("/readyz")).starts_with("HTTP/1.1 503 "));
    latch_.open();
    server_.reset();  // which still looks
}

TEST_F(ServerTest, keeps_no_more_large_answers_than_it_has_room_for) {
    constexpr std::size_t kLarge = 20'000'000;  // more than a socket takes
    options_.limits.unread_bytes = kLarge + kLarge / 2;
    options_.limits.deaf_time = milliseconds(20);
    routes_.get<Nothing, Greeting>(
        "/api/v1/songs", kAnyone,
        [](const Call<>&) -> Result<Greeting> { return Greeting{std::string(kLarge, 'a')}; },
        "Song");
    RawClient patient(start());
    patient.say(get("/api/v1/songs")).hear_until("HTTP/1.1 200 ");
    RawClient deaf(server_->port());
    deaf.say(get("/api/v1/songs")).hear_until("HTTP/1.1 200 ");
    while (server_->connection_count() == 2)  // there is room for one of them
        std::this_thread::yield();
    EXPECT_EQ(server_->connection_count(), 1U);
    EXPECT_TRUE(ask(get("/desk/")).ends_with("<p>desk</p>"));
}

TEST_F(ServerTest, unpacks_nothing) {
    const std::string packed =
        "POST /api/v1/greetings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Content-Length: 2\r\nContent-Encoding: ";
    EXPECT_TRUE(ask(packed + "gzip\r\n\r\n{}").starts_with("HTTP/1.1 415 "));
    EXPECT_TRUE(ask(packed + "identity\r\n\r\n{}").starts_with("HTTP/1.1 400 "));
}

TEST_F(ServerTest, answers_who_came_before_it_was_there) {
    start();
    server_.reset();
    ListeningSocket socket(options_.address, 0);
    RawClient early(socket.port());
    early.say(get("/desk/"));
    server_ =
        std::make_unique<Server>(options_, routes_, gate_, events_, files_, messages_, *metrics_);
    server_->start(std::move(socket));
    EXPECT_TRUE(early.hear_answer().ends_with("<p>desk</p>"));
    EXPECT_THROW(ListeningSocket(options_.address, server_->port()), std::system_error);
}

TEST_F(ServerTest, says_which_methods_an_address_takes) {
    const auto refused = ask("DELETE /api/v1/mine HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(refused.starts_with("HTTP/1.1 405 ")) << refused;
    EXPECT_NE(refused.find("\r\nAllow: GET, HEAD\r\n"), refused.npos) << refused;
    const auto asked = ask("OPTIONS /api/v1/greetings HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(asked.starts_with("HTTP/1.1 204 ")) << asked;
    EXPECT_NE(asked.find("\r\nAllow: POST\r\n"), asked.npos) << asked;
    EXPECT_EQ(asked.find("Access-Control"), asked.npos);
    const auto page = ask("POST /desk/ HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
    EXPECT_NE(page.find("\r\nAllow: GET, HEAD\r\n"), page.npos) << page;
    EXPECT_TRUE(ask("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n").starts_with("HTTP/1.1 501 "));
}

TEST_F(ServerTest, takes_one_host_only) {
    EXPECT_TRUE(ask("GET /desk/ HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 400 "));
    EXPECT_TRUE(ask(get("/desk/", "Host: y\r\n")).starts_with("HTTP/1.1 400 "));
}

TEST_F(ServerTest, believes_the_proxy_next_to_it_and_nobody_before) {
    options_.behind_proxy = true;
    routes_.get<Nothing, Greeting>(
        "/api/v1/address", kAnyone,
        [](const Call<>& call) -> Result<Greeting> { return Greeting{call.request.client}; },
        "Address");
    EXPECT_TRUE(ask(get("/api/v1/address", "X-Forwarded-For: 127.0.0.1, 10.0.0.9\r\n"))
                    .ends_with("\"10.0.0.9\"}"));
    EXPECT_TRUE(
        ask(get("/api/v1/address", "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-For: 10.0.0.9\r\n"))
            .ends_with("\"10.0.0.9\"}"));
}

}  // namespace
}  // namespace jingwei::http::test
