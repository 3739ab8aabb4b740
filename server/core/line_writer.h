#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace jingwei {

/// Writes lines to a file descriptor from a thread of its own, many at once: whoever has something
/// to say neither waits for the reader at the other end nor wakes anybody for each line. What finds
/// no room is dropped and counted, and the count written. Thread-safe.
class LineWriter {
public:
    /// How long a line may lie until it is written.
    static constexpr std::chrono::milliseconds kInterval{50};

    /// Octets that may wait: `most`.
    explicit LineWriter(int descriptor, std::size_t most = 1 << 20);
    /// Writes out what waits.
    ~LineWriter();
    LineWriter(const LineWriter&) = delete;
    LineWriter& operator=(const LineWriter&) = delete;

    /// `line` with its line feed.
    void add(std::string_view line);
    /// Has what waits written now.
    void hurry();

private:
    void work();
    void write_out(std::string_view text) const;

    const int descriptor_;
    const std::size_t most_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string waiting_;
    std::size_t dropped_ = 0;
    bool hurried_ = false;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace jingwei
