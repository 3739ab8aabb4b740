#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string_view>

namespace jingwei::app {

/// One process that somebody looks after: a fork of this one, started again after it ended, later
/// each time that it ended soon. Not for programs with threads.
class Ward {
public:
    /// The name is for the log.
    explicit Ward(std::string_view name) : name_(name) {}
    ~Ward();
    Ward(const Ward&) = delete;
    Ward& operator=(const Ward&) = delete;

    /// Whether it does not run and may be started by now.
    bool is_due() const;
    /// Forks. True in the new process, which dies with its parent. Throws std::system_error.
    bool start();
    /// In the new process: tells the parent that the work has begun.
    void say_ready();

    bool runs() const { return process_ > 0; }
    /// The exit status (128 + n for signal n) of a process that ended since somebody asked.
    std::optional<int> ended();
    /// Whether it, or one before it, has said so.
    bool was_ready();

    void signal(int number) const;
    /// At most so long; true when it does not run.
    bool wait(std::chrono::milliseconds patience);

private:
    using Clock = std::chrono::steady_clock;

    void plan_next();

    std::string_view name_;
    pid_t process_ = 0;
    int ready_pipe_ = -1;  ///< the parent's end reads, the child's writes
    bool was_ready_ = false;
    Clock::time_point started_{};
    Clock::time_point not_before_{};
    std::chrono::milliseconds pause_{0};
};

}  // namespace jingwei::app
