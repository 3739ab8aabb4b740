#include "core/line_writer.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <utility>

namespace jingwei {
namespace {

class LineWriterTest : public ::testing::Test {
protected:
    LineWriterTest() { EXPECT_EQ(pipe(ends_.data()), 0); }
    ~LineWriterTest() override {
        close(ends_[0]);
        close(ends_[1]);
    }
    std::string read_some() {
        std::array<char, 4096> text{};
        const auto size = read(ends_[0], text.data(), text.size());
        return {text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
    }
    /// All that was written, once nobody writes any more.
    std::string read_all() {
        close(std::exchange(ends_[1], -1));
        std::string all;
        for (std::string some = read_some(); !some.empty(); some = read_some())
            all += some;
        return all;
    }

    std::array<int, 2> ends_{};
};

TEST_F(LineWriterTest, writes_lines_in_their_order_and_the_last_ones_at_its_end) {
    std::string said;
    {
        LineWriter writer{ends_[1]};
        for (int at = 0; at < 100; ++at) {
            const std::string line = std::to_string(at) + '\n';
            writer.add(line);
            said += line;
        }
    }
    EXPECT_EQ(read_all(), said);
}

TEST_F(LineWriterTest, writes_what_lies_without_being_hurried) {
    LineWriter writer{ends_[1]};
    writer.add("lies\n");
    EXPECT_EQ(read_some(), "lies\n");
    writer.add("hurried\n");
    writer.hurry();
    EXPECT_EQ(read_some(), "hurried\n");
}

TEST_F(LineWriterTest, drops_what_finds_no_room_and_says_so) {
    {
        LineWriter writer{ends_[1], 10};
        writer.add("much too long\n");
        EXPECT_TRUE(read_some().starts_with("1 lines of the log were dropped"));
        writer.add("short\n");
    }
    EXPECT_EQ(read_all(), "short\n");
}

TEST_F(LineWriterTest, gives_up_when_nobody_is_left_to_read) {
    signal(SIGPIPE, SIG_IGN);
    close(std::exchange(ends_[0], -1));
    LineWriter writer{ends_[1]};
    writer.add("lost\n");
}

}  // namespace
}  // namespace jingwei
