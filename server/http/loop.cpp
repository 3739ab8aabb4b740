#include "http/loop.h"

#include "core/log.h"
#include "http/session.h"

namespace jingwei::http {

Loop::Loop(std::chrono::milliseconds tick, Count& count)
    : work_(context_.get_executor()), timer_(context_), tick_(tick), count_(count) {}

Loop::~Loop() { stop(); }

void Loop::start() {
    await_tick();
    thread_ = std::thread([this] { run(); });
}

/// What one connection throws must not end all others; its own time runs out.
void Loop::run() {
    for (;;) {
        try {
            context_.run();
            return;
        } catch (const std::exception& bug) {
            log::error("connection: bug: {}", log::cause(bug));
        }
    }
}

void Loop::stop() {
    context_.stop();
    if (thread_.joinable()) thread_.join();
}

void Loop::add(Session* session) {
    session->place = sessions_.size();
    sessions_.push_back(session);
}

void Loop::remove(Session* session) {
    sessions_.back()->place = session->place;
    std::swap(sessions_[session->place], sessions_.back());
    sessions_.pop_back();
    count_.down();
}

void Loop::await_tick() {
    timer_.expires_after(tick_);
    timer_.async_wait([this](boost::system::error_code error) {
        if (error) return;
        await_tick();  // first, so that nothing thrown below stops the clock
        const auto now = std::chrono::steady_clock::now();
        // From the back: a session that ends itself is replaced by one already seen.
        for (std::size_t at = sessions_.size(); at-- > 0;)
            sessions_[at]->tick(now);
    });
}

void Loop::drain_all() {
    for (std::size_t at = sessions_.size(); at-- > 0;)
        sessions_[at]->drain();
}

void Loop::close_all() {
    while (!sessions_.empty())
        sessions_.back()->close();
}

}  // namespace jingwei::http
