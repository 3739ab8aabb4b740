#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "http/count.h"

namespace jingwei::http {

class Session;

/// One thread and the connections that live on it. Sessions are touched on this thread only, so
/// they need no locks; one timer sweeps over all of them instead of one timer each.
class Loop {
public:
    Loop(std::chrono::milliseconds tick, Count& count);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void start();
    void stop();

    boost::asio::io_context& context() { return context_; }
    /// For sessions, on this thread.
    void add(Session* session);
    void remove(Session* session);
    /// On this thread: each session ends what it may.
    void drain_all();
    void close_all();

private:
    void run();
    void await_tick();

    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
    boost::asio::steady_timer timer_;
    std::chrono::milliseconds tick_;
    Count& count_;
    std::vector<Session*> sessions_;
    std::thread thread_;
};

}  // namespace jingwei::http
