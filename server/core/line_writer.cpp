#include "core/line_writer.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <utility>

namespace jingwei {
namespace {

/// As many whole lines at once as a pipe takes without tearing them: others may write into it too.
std::string_view first_piece(std::string_view text) {
    if (text.size() <= PIPE_BUF) return text;
    auto end = text.substr(0, PIPE_BUF).rfind('\n');
    if (end == text.npos) end = text.find('\n', PIPE_BUF);
    return text.substr(0, end == text.npos ? text.size() : end + 1);
}

}  // namespace

LineWriter::LineWriter(int descriptor, std::size_t most)
    : descriptor_(descriptor), most_(most), thread_([this] { work(); }) {}

LineWriter::~LineWriter() {
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void LineWriter::add(std::string_view line) {
    bool first = false;
    {
        const std::lock_guard lock{mutex_};
        first = waiting_.empty() && dropped_ == 0;
        if (waiting_.size() + line.size() > most_) {
            ++dropped_;
        } else {
            waiting_ += line;
        }
    }
    if (first) changed_.notify_one();
}

void LineWriter::hurry() {
    {
        const std::lock_guard lock{mutex_};
        hurried_ = true;
    }
    changed_.notify_one();
}

void LineWriter::work() {
    std::unique_lock lock{mutex_};
    const auto has_any = [this] { return !waiting_.empty() || dropped_ > 0; };
    while (!ending_ || has_any()) {
        changed_.wait(lock, [&] { return ending_ || has_any(); });
        changed_.wait_for(lock, kInterval, [this] { return ending_ || hurried_; });
        hurried_ = false;
        std::string text = std::exchange(waiting_, {});
        if (const auto dropped = std::exchange(dropped_, 0)) {
            text += fmt::format("{} lines of the log were dropped: nobody took them\n", dropped);
        }
        lock.unlock();
        write_out(text);
        lock.lock();
    }
}

void LineWriter::write_out(std::string_view text) const {
    while (!text.empty()) {
        const auto piece = first_piece(text);
        const auto written = ::write(descriptor_, piece.data(), piece.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd room{descriptor_, POLLOUT, 0};
            poll(&room, 1, -1);
        } else if (errno != EINTR) {
            return;  // nobody is there to read it
        }
    }
}

}  // namespace jingwei
