#include "app/ward.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

#include "core/log.h"

namespace jingwei::app {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirstPause{100};
constexpr milliseconds kLongestPause{2'000};
constexpr milliseconds kLongLife{5'000};  // after which an end is no sign of worse to come
constexpr milliseconds kLook{10};

void close_pipe(int& end) {
    if (end >= 0) close(std::exchange(end, -1));
}

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::system_category(), what);
}

void die_with(pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);  // it died before we could ask for that
}

}  // namespace

Ward::~Ward() { close_pipe(ready_pipe_); }

bool Ward::is_due() const { return !runs() && Clock::now() >= not_before_; }

bool Ward::start() {
    close_pipe(ready_pipe_);
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) fail("no pipe");
    const pid_t parent = getpid();
    const pid_t made = fork();
    if (made < 0) {
        close(ends[0]);
        close(ends[1]);
        fail("no new process");
    }
    const bool child = made == 0;
    close(ends[child ? 0 : 1]);
    ready_pipe_ = ends[child ? 1 : 0];
    process_ = made;
    started_ = Clock::now();
    if (child) die_with(parent);
    return child;
}

void Ward::say_ready() {
    const char mark = 1;
    // Nobody reads it when the parent is gone, and then so are we.
    if (write(ready_pipe_, &mark, sizeof mark) < 0) return;
    close_pipe(ready_pipe_);
}

bool Ward::was_ready() {
    char mark = 0;
    if (ready_pipe_ >= 0 && read(ready_pipe_, &mark, sizeof mark) == sizeof mark) {
        was_ready_ = true;
        close_pipe(ready_pipe_);
    }
    return was_ready_;
}

std::optional<int> Ward::ended() {
    int status = 0;
    if (!runs() || waitpid(process_, &status, WNOHANG) != process_) return std::nullopt;
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    const auto lived = std::chrono::duration_cast<milliseconds>(Clock::now() - started_);
    log::info("{} {} ended after {} ms with {}", log::Word{name_}, process_, lived.count(), code);
    process_ = 0;
    plan_next();
    return code;
}

void Ward::plan_next() {
    const auto now = Clock::now();
    const bool again = now - started_ < kLongLife;
    not_before_ = now + (again ? pause_ : milliseconds{0});
    pause_ = again ? std::clamp(pause_ * 2, kFirstPause, kLongestPause) : kFirstPause;
}

void Ward::signal(int number) const {
    if (runs()) kill(process_, number);
}

bool Ward::wait(milliseconds patience) {
    const auto end = Clock::now() + patience;
    while (runs() && !ended() && Clock::now() < end)
        std::this_thread::sleep_for(kLook);
    return !runs();
}

}  // namespace jingwei::app
