#include "http/static_files.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/clock.h"
#include "core/id.h"

namespace jingwei::http {
namespace {

namespace fs = std::filesystem;

class StaticFilesTest : public ::testing::Test {
protected:
    fs::path folder = fs::temp_directory_path() /
                      ("jingwei-static-test-" + Uuid::make(SystemClock().now()).text());
    StaticFiles files;

    ~StaticFilesTest() override { fs::remove_all(folder); }

    void write(const std::string& path, const std::string& text) const {
        fs::create_directories((folder / path).parent_path());
        std::ofstream(folder / path) << text;
    }

    /// A build: an index and the script that it names; the folder is emptied first, as Vite does.
    void build(const std::string& hash) const {
        fs::remove_all(folder);
        write("index.html", "index of " + hash);
        write("assets/app-" + hash + ".js", "script of " + hash);
    }

    /// Looks until what was written has stood still between two looks.
    std::size_t look() {
        const auto first = files.refresh();
        return first + files.refresh();
    }

    std::string get(std::string_view path) const {
        Request request;
        request.path = path;
        const auto reply = files.answer(request);
        if (!reply) return "nobody";
        if (reply->refusal) return reply->refusal->code;
        return reply->shared ? *reply->shared->whole : reply->body;
    }
};

TEST_F(StaticFilesTest, takes_over_a_build_made_under_a_running_server) {
    build("aaaaaaaaaa");
    files.mount("/desk/", folder);
    EXPECT_EQ(look(), 0U);
    build("bbbbbbbbbb");
    EXPECT_EQ(get("/desk/"), "index of aaaaaaaaaa");
    EXPECT_EQ(look(), 1U);
    EXPECT_EQ(get("/desk/cases"), "index of bbbbbbbbbb");
    EXPECT_EQ(get("/desk/assets/app-bbbbbbbbbb.js"), "script of bbbbbbbbbb");
    EXPECT_EQ(look(), 0U);
}

TEST_F(StaticFilesTest, goes_on_serving_hashed_files_to_pages_that_are_open) {
    build("aaaaaaaaaa");
    write("about.txt", "old");
    files.mount("/desk/", folder);
    for (const auto* hash : {"bbbbbbbbbb", "cccccccccc"}) {
        build(hash);
        look();
    }
    EXPECT_EQ(get("/desk/assets/app-aaaaaaaaaa.js"), "script of aaaaaaaaaa");
    EXPECT_EQ(get("/desk/assets/app-bbbbbbbbbb.js"), "script of bbbbbbbbbb");
    EXPECT_EQ(get("/desk/about.txt"), "not_found") << "only what is kept for ever";
}

TEST_F(StaticFilesTest, takes_nothing_while_a_build_is_being_written) {
    build("aaaaaaaaaa");
    files.mount("/desk/", folder);
    fs::remove_all(folder);
    EXPECT_EQ(look(), 0U) << "an emptied folder is no build";
    EXPECT_EQ(get("/desk/"), "index of aaaaaaaaaa");
    write("index.html", "index of bbbbbbbbbb");
    EXPECT_EQ(files.refresh(), 0U);
    write("assets/app-bbbbbbbbbb.js", "script");
    EXPECT_EQ(files.refresh(), 0U);
    EXPECT_EQ(get("/desk/"), "index of aaaaaaaaaa");
    EXPECT_EQ(files.refresh(), 1U);
    EXPECT_EQ(get("/desk/"), "index of bbbbbbbbbb");
}

TEST_F(StaticFilesTest, serves_an_app_that_is_built_after_the_start) {
    files.mount("/field/", folder);
    EXPECT_EQ(get("/field/"), "not_found");
    build("aaaaaaaaaa");
    EXPECT_EQ(look(), 1U);
    EXPECT_EQ(get("/field/"), "index of aaaaaaaaaa");
}

TEST_F(StaticFilesTest, lets_the_past_go_when_it_grows_too_large) {
    const auto third = static_cast<std::size_t>(StaticFiles::kMaxPast / 3 + 1);
    const std::string names = "abcd";
    for (const char name : names) {
        build(std::string(10, name));
        write("assets/big-" + std::string(10, name) + ".wasm", std::string(third, name));
        if (name == 'a') files.mount("/desk/", folder);
        look();
    }
    EXPECT_EQ(get("/desk/assets/big-aaaaaaaaaa.wasm"), "not_found");
    EXPECT_NE(get("/desk/assets/big-cccccccccc.wasm"), "not_found");
}

TEST_F(StaticFilesTest, watches_by_itself) {
    build("aaaaaaaaaa");
    files.mount("/desk/", folder);
    files.watch(std::chrono::milliseconds{1});
    build("bbbbbbbbbb");
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (get("/desk/") != "index of bbbbbbbbbb" && std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
    EXPECT_EQ(get("/desk/"), "index of bbbbbbbbbb");
}

}  // namespace
}  // namespace jingwei::http
