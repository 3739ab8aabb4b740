#include "http_target.h"

#include <unistd.h>

#include <algorithm>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

#include "fuzz.h"
#include "http/loop.h"
#include "http/session.h"

namespace jingwei::fuzz {
namespace {

namespace fs = std::filesystem;
using namespace http;
using std::chrono::milliseconds;

struct Lamp;
struct Greet {
    Text<1, 10> name;
    std::optional<Whole<0, 9>> level;
};
BOOST_DESCRIBE_STRUCT(Greet, (), (name, level))
struct Greeting {
    std::string words;
};
BOOST_DESCRIBE_STRUCT(Greeting, (), (words))

/// A folder of this process, gone with it.
struct Folder {
    explicit Folder(std::string_view name)
        : path(fs::temp_directory_path() /
               ("jingwei-fuzz-" + std::string(name) + '-' + std::to_string(getpid()))) {
        fs::create_directories(path);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
    fs::path path;
};

/// The other end of a connection: says `input` piece by piece, then nothing more.
class MemoryWire final : public Wire {
public:
    MemoryWire(boost::asio::io_context& context, std::string_view input)
        : context_(context),
          piece_(input.empty() ? 1 : static_cast<unsigned char>(input[0]) + std::size_t{1}),
          input_(input.substr(std::min<std::size_t>(1, input.size()))) {}

    void handshake(std::shared_ptr<Reader> reader) override {
        boost::asio::post(context_, [reader = std::move(reader)] { reader->on_handshake({}); });
    }
    void read(std::shared_ptr<Reader> reader, boost::asio::mutable_buffer into) override {
        const auto size = std::min({piece_, into.size(), input_.size()});
        input_.copy(static_cast<char*>(into.data()), size);
        input_.remove_prefix(size);
        const auto error = size > 0 ? boost::system::error_code{} : boost::asio::error::eof;
        boost::asio::post(
            context_, [reader = std::move(reader), error, size] { reader->on_read(error, size); });
    }
    void write(std::shared_ptr<Reader> reader, Buffers buffers) override {
        const std::string_view head{static_cast<const char*>(buffers[0].data()), buffers[0].size()};
        if (starts_) expect(head.starts_with("HTTP/1.1 "), "an answer begins with its version");
        starts_ = false;
        boost::asio::post(context_, [reader = std::move(reader)] { reader->on_written({}); });
    }
    void end_writing() override {}
    void close() override {}

private:
    boost::asio::io_context& context_;
    std::size_t piece_;
    std::string_view input_;
    bool starts_ = true;
};

/// A server without sockets.
class House {
public:
    House() : routes_(lamp_routes()), dispatcher_(routes_, gate_, files_) {
        options_.access_log = false;
        options_.upload_folder = folder_.path;
        options_.limits.body_bytes = 4'000;
        options_.limits.door_bytes = 1'000;
        options_.limits.header_bytes = 2'000;
    }

    void serve(std::string_view input) {
        Count count;
        Loop loop(milliseconds(100), count);
        count.up();
        auto session = std::make_shared<Session>(
            core_, loop, std::make_unique<MemoryWire>(loop.context(), input), "192.0.2.1", false);
        session->start();
        session.reset();
        // The end of the input ends every connection, whatever it was in the middle of.
        while (count.now() > 0) {
            loop.context().run_one_for(milliseconds(100));
        }
    }

private:
    static Routes lamp_routes() {
        Routes routes;
        routes.post<Greet, Greeting>(
            "/g", kAnyone,
            [](const Call<Greet>& call) -> Result<Greeting> {
                return Greeting{"hello " + call.body.name.str()};
            },
            "Greet");
        routes.get<Greet, Greeting>(
            "/l/{id}/{code}", kAnyone,
            [](const Call<Greet>& call) -> Result<Greeting> {
                return Greeting{call.path_id<Lamp>("id").text() + std::string(call.path("code"))};
            },
            "Lamp");
        routes.put<Greet, Nothing>(
            "/m", kSignedIn, [](const Call<Greet>&) -> Result<Nothing> { return Nothing{}; },
            "Mine");
        routes.upload<Greet, Greeting>(
            "/u", kAnyone, {.file_bytes = 2'000, .files = 2},
            [](const Call<Greet>& call) -> Result<Greeting> {
                return Greeting{std::to_string(call.files().size())};
            },
            "Upload");
        return routes;
    }

    const Folder folder_{"uploads"};
    ServerOptions options_;
    const Routes routes_;
    OpenGate gate_;
    Events events_;
    StaticFiles files_;
    const Messages messages_ = Messages::shipped();
    Metrics metrics_{{"/g", "/l/{id}/{code}", "/m", "/u"}};
    WorkerPool pool_{1, 8}, door_{1, 8}, watch_{1, 8};
    const Dispatcher dispatcher_;
    Core core_{options_, dispatcher_, pool_, door_, watch_, events_, messages_, metrics_};
};

}  // namespace

void run_http(std::string_view input) {
    static House house;
    house.serve(input);
}

void run_multipart(std::string_view input) {
    static const Folder folder("form");
    MultipartReader reader("b", {.file_bytes = 2'000, .files = 2}, folder.path);
    const std::size_t piece = input.empty() ? 1 : static_cast<unsigned char>(input[0]) + 1;
    for (std::size_t at = 1; at < input.size(); at += piece) {
        if (!reader.take(input.substr(at, piece))) return;
    }
    if (!reader.finish()) return;
    expect(reader.files().size() <= 2, "no more files than allowed");
    for (const auto& file : reader.files()) {
        expect(file.size() <= 2'000, "no file larger than allowed");
        expect(fs::file_size(file.path()) == file.size(), "a file is as long as it is said to be");
    }
}

}  // namespace jingwei::fuzz
