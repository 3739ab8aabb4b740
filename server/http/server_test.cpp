#include "http/server_test.h"

#include <random>

namespace jingwei::http::test {
namespace {

TEST_F(ServerTest, answers_a_typed_route) {
    const auto answer = ask(post("/api/v1/greetings", R"({"name":"灯"})"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_TRUE(answer.ends_with(R"({"words":"hello 灯"})")) << answer;
    EXPECT_NE(answer.find("X-Content-Type-Options: nosniff"), answer.npos);
}

TEST_F(ServerTest, keeps_the_connection_and_answers_pipelined_requests_in_order) {
    RawClient client(start());
    client.say(post("/api/v1/greetings", R"({"name":"a"})") +
               post("/api/v1/greetings", R"({"name":"b"})") + get("/desk/"));
    EXPECT_TRUE(client.hear_answer().ends_with("hello a\"}"));
    EXPECT_TRUE(client.hear_answer().ends_with("hello b\"}"));
    EXPECT_TRUE(client.hear_answer().ends_with("<p>desk</p>"));
}

TEST_F(ServerTest, explains_bad_input_by_field) {
    const auto answer = ask(post("/api/v1/greetings", R"({"name":"","x":1})"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 ")) << answer;
    EXPECT_NE(answer.find("Content-Type: application/problem+json"), answer.npos);
    EXPECT_NE(answer.find(R"("code":"invalid_input")"), answer.npos);
    EXPECT_NE(answer.find(R"({"field":"/x","code":"unknown_field","message":"There is no such)"),
              answer.npos);
    EXPECT_NE(
        answer.find(R"({"field":"/name","code":"too_short","message":"Too short: at least 1)"),
        answer.npos);
}

TEST_F(ServerTest, takes_ids_in_paths_only_as_ids) {
    const std::string id = "01890a5d-ac96-774b-bcce-b302099a8057";
    EXPECT_TRUE(ask(get("/api/v1/lamps/" + id + "/%E7%81%AF")).ends_with(id + "灯\"}"));
    EXPECT_TRUE(ask(get("/api/v1/lamps/7/x")).starts_with("HTTP/1.1 404 "));
    EXPECT_TRUE(ask(get("/api/v1/lamps/" + id + "/%00")).starts_with("HTTP/1.1 404 "));
    EXPECT_TRUE(ask(get("/api/v1/lamps/" + id + "/%ff")).starts_with("HTTP/1.1 404 "));
}

TEST_F(ServerTest, has_a_status_for_each_kind_of_refusal) {
    EXPECT_TRUE(ask(get("/nowhere")).starts_with("HTTP/1.1 404 "));
    EXPECT_TRUE(ask(post("/nowhere", "{}")).starts_with("HTTP/1.1 404 "));
    EXPECT_TRUE(ask(get("/api/v1/greetings")).starts_with("HTTP/1.1 405 "));
    EXPECT_TRUE(ask(post("/api/v1/mine", "{}")).starts_with("HTTP/1.1 405 "));
    EXPECT_TRUE(ask(get("/api/v1/mine")).starts_with("HTTP/1.1 401 "));
    EXPECT_TRUE(ask(get("/api/v1/breaks")).starts_with("HTTP/1.1 500 "));
    EXPECT_TRUE(ask("GET / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 400 "));
    EXPECT_TRUE(ask("BREW / HTTP/1.1\r\nHost: x\r\n\r\n").starts_with("HTTP/1.1 501 "));
    EXPECT_TRUE(ask("\x01\x02\r\n\r\n").starts_with("HTTP/1.1 400 "));
    EXPECT_TRUE(ask("POST /api/v1/greetings HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
                    .starts_with("HTTP/1.1 415 "));
}

TEST_F(ServerTest, refuses_requests_that_two_readers_would_cut_differently) {
    for (const auto* heads :
         {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
          "Content-Length: 4\r\nContent-Length: 5\r\n", "Transfer-Encoding: chunked, identity\r\n",
          "Content-Length: +4\r\n", "Content-Length : 4\r\n"}) {
        EXPECT_TRUE(ask("POST /api/v1/greetings HTTP/1.1\r\nHost: x\r\nContent-Type: "
                        "application/json\r\n" +
                        std::string(heads) + "\r\n0\r\n\r\n")
                        .starts_with("HTTP/1.1 400 "))
            << heads;
    }
}

TEST_F(ServerTest, reads_a_chunked_body_and_bounds_it) {
    const std::string head =
        "POST /api/v1/greetings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n";
    EXPECT_TRUE(
        ask(head + "6\r\n{\"name\r\n7\r\n\":\"ab\"}\r\n0\r\n\r\n").ends_with("hello ab\"}"));
    EXPECT_TRUE(ask(head + "7d0\r\n" + std::string(2'000, ' ') + "\r\n0\r\n\r\n")
                    .starts_with("HTTP/1.1 413 "));
}

TEST_F(ServerTest, bounds_headers_and_bodies) {
    EXPECT_TRUE(
        ask(get("/", "A: " + std::string(3'000, 'a') + "\r\n")).starts_with("HTTP/1.1 431 "));
    EXPECT_TRUE(ask("GET /" + std::string(3'000, 'a')).starts_with("HTTP/1.1 431 "));
    const auto answer = ask(post("/api/v1/greetings", std::string(100'000, ' ')));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 413 ")) << answer;
    EXPECT_NE(answer.find("at most 1000 bytes"), answer.npos);
}

TEST_F(ServerTest, answers_head_like_get_without_a_body) {
    RawClient client(start());
    client.say("HEAD /desk/ HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto answer = client.hear_until("\r\n\r\n");
    EXPECT_NE(answer.find("Content-Length: 11\r\n"), answer.npos);
    EXPECT_TRUE(client.say(get("/desk/")).hear_answer().ends_with("<p>desk</p>"));
}

TEST_F(ServerTest, serves_apps_with_their_pages) {
    EXPECT_NE(ask(get("/")).find("Location: /desk/\r\n"), std::string::npos);
    EXPECT_NE(ask(get("/desk")).find("Location: /desk/\r\n"), std::string::npos);
    const auto page = ask(get("/desk/cases/1"));
    EXPECT_TRUE(page.ends_with("<p>desk</p>"));
    EXPECT_NE(page.find("script-src 'self'"), page.npos);
    EXPECT_NE(page.find("img-src 'self' data: blob:;"), page.npos);
    EXPECT_TRUE(ask(get("/desk/missing.js")).starts_with("HTTP/1.1 404 "));
    EXPECT_TRUE(ask(get("/desk/../../etc/passwd")).find("root:") == std::string::npos);
}

TEST_F(ServerTest, lets_pages_show_pictures_of_the_hosts_that_it_is_told_and_of_no_other) {
    options_.picture_sources = " https://a.example https://b.example:8443";
    const auto page = ask(get("/desk/"));
    for (const std::string_view directive :
         {"img-src 'self' data: blob: https://a.example https://b.example:8443;",
          "connect-src 'self' https://a.example https://b.example:8443;", "script-src 'self';",
          "default-src 'none';"})
        EXPECT_NE(page.find(directive), page.npos) << directive;
    EXPECT_EQ(ask(get("/desk/assets/app-0123456789.js")).find("a.example"), std::string::npos);
}

TEST_F(ServerTest, serves_what_the_reader_has_not_and_can_unpack) {
    const std::string path = "/desk/assets/app-0123456789.js";
    const auto plain = ask(get(path));
    EXPECT_TRUE(plain.ends_with("0123456789"));
    EXPECT_NE(plain.find("immutable"), plain.npos);
    const auto at = plain.find("ETag: ") + 6;
    const auto etag = plain.substr(at, plain.find("\r\n", at) - at);
    EXPECT_TRUE(ask(get(path, "If-None-Match: " + etag + "\r\n")).starts_with("HTTP/1.1 304 "));
    const auto packed = ask(get(path, "Accept-Encoding: gzip, br\r\n"));
    EXPECT_TRUE(packed.ends_with("packed"));
    EXPECT_NE(packed.find("Content-Encoding: br\r\n"), packed.npos);
}

TEST_F(ServerTest, serves_ranges) {
    const std::string path = "/desk/assets/app-0123456789.js";
    const auto range = [&](std::string_view asked) {
        return ask(get(path, "Range: " + std::string(asked) + "\r\n"));
    };
    EXPECT_TRUE(range("bytes=2-4").ends_with("\r\n\r\n234"));
    EXPECT_NE(range("bytes=2-4").find("Content-Range: bytes 2-4/10"), std::string::npos);
    EXPECT_TRUE(range("bytes=8-99").ends_with("\r\n\r\n89"));
    EXPECT_TRUE(range("bytes=-3").ends_with("\r\n\r\n789"));
    EXPECT_TRUE(range("bytes=10-").starts_with("HTTP/1.1 416 "));
    EXPECT_TRUE(range("bytes=0-1,3-4").starts_with("HTTP/1.1 200 "));
    EXPECT_TRUE(range("bytes=99999999999999999999-").starts_with("HTTP/1.1 200 "));
}

TEST_F(ServerTest, sends_large_files_whole) {
    std::string text(1'000'000, 'x');
    text += "end";
    std::ofstream(folder_ / "large") << text;
    const auto answer = ask(get("/api/v1/large"));
    EXPECT_TRUE(answer.ends_with("xend"));
    EXPECT_NE(answer.find("filename*=UTF-8''%E5%A4%A7.txt"), answer.npos);
}

TEST_F(ServerTest, takes_uploads_to_disk_and_cleans_up) {
    EXPECT_TRUE(ask(form(std::string(90'000, '\r'))).ends_with("灯 a.jpg 90000\"}"));
    EXPECT_TRUE(ask(form(std::string(100'001, 'x'))).starts_with("HTTP/1.1 413 "));
    RawClient(server_->port()).say(form(std::string(50'000, 'x')).substr(0, 30'000));
    server_.reset();
    EXPECT_TRUE(std::filesystem::is_empty(folder_ / "uploads"));
}

TEST_F(ServerTest, is_busy_when_workers_and_queue_are_full) {
    RawClient first(start());
    RawClient second(server_->port());
    RawClient third(server_->port());
    first.say(get("/api/v1/waits"));
    second.say(get("/api/v1/waits"));
    latch_.await_waiting(2);
    third.say(get("/api/v1/waits") + get("/desk/"));
    while (server_->queued_requests() == 0)
        std::this_thread::yield();
    const auto answer = ask(get("/api/v1/waits"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 503 ")) << answer;
    EXPECT_NE(answer.find("Retry-After: "), answer.npos);
    latch_.open();
    EXPECT_TRUE(first.hear_answer().starts_with("HTTP/1.1 204 "));
    EXPECT_TRUE(third.hear_answer().starts_with("HTTP/1.1 204 "));
    EXPECT_TRUE(third.hear_answer().ends_with("<p>desk</p>"));
}

TEST_F(ServerTest, answers_later_what_is_postponed) {
    std::thread answering;
    std::thread::id asked_on, went_on;
    std::atomic<bool> full = false;
    routes_.post_later<Greet, Greeting>(
        "/api/v1/later", kAnyone,
        [&](const Call<Greet>& call,
            const Postpone<Greeting>& postpone) -> std::optional<Result<Greeting>> {
            const std::string name = call.body.name.str();
            if (name == "now") return Greeting{"at once"};
            if (name == "refused") return Refusal{RefusalKind::kConflict, "conflict"};
            call.set_header("X-Asked", name);
            if (answering.joinable()) answering.join();
            answering = std::thread{[&, name, later = postpone()] {
                if (name == "breaks") {
                    later->answer([]() -> Result<Greeting> { throw std::runtime_error("broken"); });
                } else if (name == "goes on") {
                    asked_on = std::this_thread::get_id();
                    later->go_on([&]() -> Result<Greeting> {
                        went_on = std::this_thread::get_id();
                        return Greeting{"by a worker"};
                    });
                } else {
                    later->answer([name] { return Greeting{"hello " + name}; });
                }
            }};
            return std::nullopt;
        },
        "Greet later", [&] { return full.load(); });
    RawClient client(start());
    const auto ask = [&](const std::string& name) {
        return client.say(post("/api/v1/later", "{\"name\":\"" + name + "\"}")).hear_answer();
    };
    EXPECT_TRUE(ask("now").ends_with("{\"words\":\"at once\"}"));
    EXPECT_TRUE(ask("refused").starts_with("HTTP/1.1 409 "));
    const std::string later = ask("lamp");
    EXPECT_TRUE(later.ends_with("{\"words\":\"hello lamp\"}")) << later;
    EXPECT_NE(later.find("X-Asked: lamp"), later.npos) << later;
    EXPECT_TRUE(ask("breaks").starts_with("HTTP/1.1 500 "));
    EXPECT_TRUE(ask("goes on").ends_with("{\"words\":\"by a worker\"}"));
    EXPECT_NE(asked_on, went_on);
    EXPECT_TRUE(ask("").starts_with("HTTP/1.1 400 ")) << "what it takes is checked as ever";
    full = true;
    EXPECT_TRUE(ask("now").starts_with("HTTP/1.1 503 ")) << "nothing is done for it";
    answering.join();
}

TEST_F(ServerTest, ends_only_when_nobody_is_going_to_answer_any_more) {
    std::shared_ptr<Later<Greeting>> later;
    std::atomic<bool> postponed = false;
    routes_.post_later<Greet, Greeting>(
        "/api/v1/later", kAnyone,
        [&](const Call<Greet>&,
            const Postpone<Greeting>& postpone) -> std::optional<Result<Greeting>> {
            later = postpone();
            postponed = true;
            return std::nullopt;
        },
        "Greet later", nullptr);
    RawClient client(start());
    client.say(post("/api/v1/later", "{\"name\":\"lamp\"}"));
    while (!postponed)
        std::this_thread::yield();
    server_->drain(milliseconds(1));
    std::thread ending{[this] { server_.reset(); }};
    later->go_on([]() -> Result<Greeting> { return Greeting{}; });
    later.reset();
    ending.join();
}

TEST_F(ServerTest, ends_what_is_too_slow) {
    options_.limits.header_time = milliseconds(30);
    options_.limits.body_time = milliseconds(30);
    options_.limits.handler_time = milliseconds(30);
    options_.limits.idle_time = milliseconds(30);
    RawClient head(start());
    EXPECT_TRUE(head.say("GET / HT").hear_all().starts_with("HTTP/1.1 408 "));
    RawClient body(server_->port());
    body.say(post("/api/v1/greetings", "{\"name\":\"a\"}").substr(0, 120));
    EXPECT_TRUE(body.hear_all().starts_with("HTTP/1.1 408 "));
    RawClient handler(server_->port());
    EXPECT_TRUE(handler.say(get("/api/v1/waits")).hear_all().starts_with("HTTP/1.1 503 "));
    EXPECT_EQ(RawClient(server_->port()).hear_all(), "");
}

TEST_F(ServerTest, drains_by_finishing_what_has_begun) {
    RawClient busy(start());
    RawClient idle(server_->port());
    busy.say(get("/api/v1/waits"));
    latch_.await_waiting(1);
    std::thread opener([this] {
        // The listening socket goes first; once nobody can connect, draining has begun.
        for (;;) {
            const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
            sockaddr_in at{};
            at.sin_family = AF_INET;
            at.sin_port = htons(server_->port());
            at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            const bool refused = ::connect(probe, reinterpret_cast<sockaddr*>(&at), sizeof at) != 0;
            ::close(probe);
            if (refused) break;
        }
        latch_.open();
    });
    EXPECT_TRUE(server_->drain(std::chrono::seconds(5)));
    opener.join();
    EXPECT_TRUE(busy.hear_all().starts_with("HTTP/1.1 204 "));
    EXPECT_EQ(idle.hear_all(), "");
}

TEST_F(ServerTest, streams_events_to_those_who_may_hear_them) {
    RawClient listener(start());
    listener.say(get("/api/v1/events"));
    listener.hear_until("Content-Security-Policy: default-src 'none'; sandbox");
    listener.hear_until("event: ready\ndata: null\n\n");
    events_.publish({"cases", "case_changed", R"({"id":1})", "1", "", {}});
    events_.publish({"cases", "case_changed", R"({"id":2})", "2", "", {}});
    events_.publish({"other", "case_changed", R"({"id":3})", "1", "", {}});
    events_.publish({"cases", "case_changed", R"({"id":4})", "1", "", {}});
    const auto first = listener.hear_until("\"id\":1}\n\n");
    const auto heard = listener.hear_until("\"id\":4}\n\n");
    EXPECT_EQ(heard.find("\"id\":2"), heard.npos);
    EXPECT_EQ(heard.find("\"id\":3"), heard.npos);

    const auto at = first.rfind("id: ") + 4;
    const auto last_id = first.substr(at, first.find('\n', at) - at);
    RawClient back(server_->port());
    back.say(get("/api/v1/events", "Last-Event-ID: " + last_id + "\r\n"));
    const auto missed = back.hear_until("\"id\":4}\n\n");
    EXPECT_EQ(missed.find("\"id\":1"), missed.npos);
    EXPECT_EQ(missed.find("\"id\":2"), missed.npos);
    RawClient stranger(server_->port());
    stranger.say(get("/api/v1/events", "Last-Event-ID: 7-7\r\n")).hear_until("event: reset\n");
}

TEST_F(ServerTest, closes_the_streams_of_those_whose_session_has_ended_and_of_nobody_else) {
    RawClient leaver(start());
    leaver.say(get("/api/v1/events")).hear_until("event: ready\ndata: null\n\n");
    RawClient stayer(server_->port());
    stayer.say(get("/api/v1/events", "Last-Event-ID: 7-7\r\n")).hear_until("data: null\n\n");
    events_.close_ended();
    EXPECT_EQ(events_.listener_count(), 2U) << "nobody has left";

    session_over_ = true;
    events_.publish({"cases", "case_changed", R"({"id":1})", "1", "", {}});
    events_.close_ended();
    EXPECT_EQ(events_.listener_count(), 1U);
    leaver.hear_all();  // to its end
    events_.publish({"cases", "case_changed", R"({"id":2})", "1", "", {}});
    stayer.hear_until("\"id\":2}\n\n");
}

TEST_F(ServerTest, counts_what_it_answers) {
    ask(get("/nowhere"));
    ask(post("/api/v1/greetings", R"({"name":"a"})"));
    EXPECT_NE(metrics_->text().find(
                  R"(jingwei_requests_total{route="/api/v1/greetings",status="2xx"} 1)"),
              std::string::npos);
    EXPECT_NE(metrics_->text().find(R"(jingwei_requests_total{route="other",status="4xx"} 1)"),
              std::string::npos);
}

TEST_F(ServerTest, survives_damaged_requests) {
    const unsigned seed = std::random_device{}();
    RecordProperty("seed", std::to_string(seed));
    std::mt19937 random(seed);
    options_.limits.header_time = options_.limits.body_time = milliseconds(20);
    start();
    const std::string good = post("/api/v1/greetings", R"({"name":"a"})") + form("photo");
    for (int round = 0; round < 200; ++round) {
        std::string bad = good;
        for (unsigned hits = random() % 6 + 1; hits > 0; --hits) {
            bad[random() % bad.size()] = static_cast<char>(random());
        }
        RawClient client(server_->port());
        client.say(bad.substr(0, random() % bad.size()));
    }
    EXPECT_TRUE(ask(get("/desk/")).ends_with("<p>desk</p>")) << "seed " << seed;
}

}  // namespace
}  // namespace jingwei::http::test
