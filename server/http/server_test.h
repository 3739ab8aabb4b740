#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

#include "http/raw_client.h"
#include "http/server.h"

/// A server on a free port, with a route of every kind: what the tests of the server share.
namespace jingwei::http::test {

using std::chrono::milliseconds;

struct Lamp;
struct Greet {
    Text<1, 10> name;
};
BOOST_DESCRIBE_STRUCT(Greet, (), (name))
struct Greeting {
    std::string words;
};
BOOST_DESCRIBE_STRUCT(Greeting, (), (words))

/// Holds handlers until it is opened.
class Latch {
public:
    void wait() {
        std::unique_lock lock(mutex_);
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return open_; });
    }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    void await_waiting(int count) {
        std::unique_lock lock(mutex_);
        const bool there =
            changed_.wait_for(lock, std::chrono::seconds(60), [&] { return waiting_ >= count; });
        ASSERT_TRUE(there) << waiting_ << " handlers instead of " << count;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int waiting_ = 0;
    bool open_ = false;
};

inline std::string post(std::string_view path, std::string_view body) {
    return "POST " + std::string(path) +
           " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
           "Accept-Language: en\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           std::string(body);
}

inline std::string get(std::string_view path, std::string_view more = {}) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n" +
           std::string(more) + "\r\n";
}

inline std::string form(std::string_view file) {
    std::string body = "--xyz\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n灯\r\n";
    body += "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n";
    body += "Content-Type: image/jpeg\r\n\r\n" + std::string(file) + "\r\n--xyz--\r\n";
    return "POST /api/v1/photos HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; "
           "boundary=xyz\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

class ServerTest : public testing::Test {
protected:
    ServerTest() {
        folder_ = std::filesystem::temp_directory_path() /
                  ("jingwei-http-test-" + Uuid::make(SystemClock().now()).text());
        std::filesystem::create_directories(folder_ / "web/assets");
        std::ofstream(folder_ / "web/index.html") << "<p>desk</p>";
        std::ofstream(folder_ / "web/assets/app-0123456789.js") << "0123456789";
        std::ofstream(folder_ / "web/assets/app-0123456789.js.br") << "packed";
        files_.mount("/desk/", folder_ / "web");
        files_.set_home("/desk/");
        options_.port = 0;
        options_.access_log = false;
        options_.upload_folder = folder_ / "uploads";
        options_.limits.workers = 2;
        options_.limits.queue = 1;
        options_.limits.body_bytes = 1'000;
        options_.limits.header_bytes = 2'000;
        options_.limits.tick = milliseconds(5);
        add_routes();
    }
    ~ServerTest() override {
        latch_.open();
        server_.reset();
        std::filesystem::remove_all(folder_);
    }

    void add_routes() {
        routes_.post<Greet, Greeting>(
            "/api/v1/greetings", kAnyone,
            [](const Call<Greet>& call) -> Result<Greeting> {
                return Greeting{"hello " + call.body.name.str()};
            },
            "Greet");
        routes_.get<Nothing, Greeting>(
            "/api/v1/lamps/{id}/{code}", kAnyone,
            [](const Call<>& call) -> Result<Greeting> {
                return Greeting{call.path_id<Lamp>("id").text() + std::string(call.path("code"))};
            },
            "Lamp");
        routes_.get<Nothing, Greeting>(
            "/api/v1/mine", kSignedIn, [](const Call<>&) -> Result<Greeting> { return Greeting{}; },
            "Mine");
        routes_.get<Nothing, Nothing>(
            "/api/v1/waits", kAnyone,
            [this](const Call<>&) -> Result<Nothing> {
                latch_.wait();
                return Nothing{};
            },
            "Wait");
        routes_.get<Nothing, Nothing>(
            "/api/v1/breaks", kAnyone,
            [](const Call<>&) -> Result<Nothing> { throw std::runtime_error("broken"); }, "Break");
        routes_.upload<Greet, Greeting>(
            "/api/v1/photos", kAnyone, {.file_bytes = 100'000, .files = 1},
            [](const Call<Greet>& call) -> Result<Greeting> {
                const auto& file = call.files().at(0);
                std::ifstream in(file.path());
                std::string text((std::istreambuf_iterator<char>(in)), {});
                return Greeting{call.body.name.str() + " " + file.file_name() + " " +
                                std::to_string(text.size())};
            },
            "Upload");
        routes_.get_raw<Nothing>(
            "/api/v1/large", kAnyone,
            [this](const Call<>&) -> Result<Reply> {
                return Reply::whole_file(folder_ / "large", "text/plain", "大.txt");
            },
            "Large", "text/plain");
        routes_.events<Nothing>(
            "/api/v1/events", kAnyone,
            [this](const Call<>& call) -> Result<Subscription> {
                const bool leaves = call.request.header("Last-Event-ID").empty();
                return Subscription{{"cases"},
                                    [](const Event& event) { return event.county != "2"; },
                                    [this, leaves] { return leaves && session_over_; }};
            },
            "Live");
    }

    std::uint16_t start() {
        metrics_ = std::make_unique<Metrics>([this] {
            std::vector<std::string> names;
            for (const auto& endpoint : routes_.all())
                names.push_back(endpoint->path);
            return names;
        }());
        server_ = std::make_unique<Server>(options_, routes_, gate_, events_, files_, messages_,
                                           *metrics_);
        server_->start();
        return server_->port();
    }

    /// The answer to one request on a connection of its own.
    std::string ask(std::string_view request) {
        if (!server_) start();
        RawClient client(server_->port());
        return client.say(request).hear_answer();
    }

    std::filesystem::path folder_;
    ServerOptions options_;
    Routes routes_;
    OpenGate gate_;
    Events events_;
    std::atomic<bool> session_over_ = false;
    StaticFiles files_;
    const Messages messages_ = Messages::shipped();
    std::unique_ptr<Metrics> metrics_;
    Latch latch_;
    std::unique_ptr<Server> server_;
};

}  // namespace jingwei::http::test
