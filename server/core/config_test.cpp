#include "core/config.h"

#include <gtest/gtest.h>

#include <cstring>
#include <fstream>

namespace jingwei {
namespace {

struct Wanted {
    std::string host = "here";
    Whole<1, 65'535> port = 80;
    bool quick = false;
    std::optional<Text<1, 10>> name;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (host, port, quick, name))

class ConfigTest : public testing::Test {
protected:
    void write(std::string_view text) { std::ofstream(file_) << text; }
    ~ConfigTest() override { std::filesystem::remove(file_); }

    std::filesystem::path file_ = std::filesystem::temp_directory_path() /
                                  ("jingwei-config-" + Uuid::make(SystemClock().now()).text());
    ConfigReader reader_{dto::shape_of<Wanted>()};
};

TEST_F(ConfigTest, takes_flags_over_environment_over_file_over_defaults) {
    write("# a comment\nhost = file  # and another\nport=1\nname = file\n\n");
    reader_.read_file(file_);
    reader_.read_environment([](const char* name) -> const char* {
        return std::strcmp(name, "JINGWEI_PORT") == 0 ? "2" : nullptr;
    });
    reader_.read_flags({{"name", "flag"}});
    const auto wanted = reader_.value<Wanted>();
    EXPECT_EQ(reader_.problems(), std::vector<std::string>{});
    EXPECT_EQ(wanted.host, "file");
    EXPECT_EQ(wanted.port, 2);
    EXPECT_EQ(wanted.name->str(), "flag");
    EXPECT_FALSE(wanted.quick);
}

TEST_F(ConfigTest, tells_every_problem_and_its_place) {
    write("nonsense\nhots = x\nport = 0\n");
    reader_.read_file(file_);
    reader_.read_flags({{"quick", "perhaps"}, {"name", "much too long a name"}});
    reader_.value<Wanted>();
    EXPECT_EQ(
        reader_.problems(),
        (std::vector<std::string>{file_.string() + ":1: write this line as name = value.",
                                  file_.string() + ":2: there is no setting 'hots'. See --help.",
                                  file_.string() + ":3: Too small: at least 1.",
                                  "--quick: This must be true or false.",
                                  "--name: Too long: at most 10 characters."}));
}

TEST_F(ConfigTest, tells_when_the_file_is_not_there) {
    reader_.read_file(file_);
    EXPECT_EQ(reader_.problems(),
              std::vector<std::string>{file_.string() + ": this file cannot be read."});
}

}  // namespace
}  // namespace jingwei
