#include "app/supervisor.h"

#include <csignal>
#include <cstdlib>
#include <exception>

#include "core/log.h"

namespace jingwei::app {
namespace {

constexpr std::chrono::milliseconds kLook{100};
constexpr std::chrono::seconds kStopTime{30};    // a server drains for 25
constexpr std::chrono::seconds kStartTime{130};  // of a database that recovers

timespec as_timespec(std::chrono::milliseconds time) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
    const std::chrono::nanoseconds rest = time - seconds;
    return {seconds.count(), rest.count()};
}

/// Children of a child are not for us to wait for.
void unblock_child_signal() {
    sigset_t child{};
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    pthread_sigmask(SIG_UNBLOCK, &child, nullptr);
}

}  // namespace

EndSignals::EndSignals() {
    sigemptyset(&end_);
    sigaddset(&end_, SIGTERM);
    sigaddset(&end_, SIGINT);
    end_or_child_ = end_;
    sigaddset(&end_or_child_, SIGCHLD);
    pthread_sigmask(SIG_BLOCK, &end_, nullptr);
}

void EndSignals::wait() const {
    int signal = 0;
    sigwait(&end_, &signal);
}

bool EndSignals::came_within(std::chrono::milliseconds time) const {
    pthread_sigmask(SIG_BLOCK, &end_or_child_, nullptr);
    const auto limit = as_timespec(time);
    const int signal = sigtimedwait(&end_or_child_, nullptr, &limit);
    return signal == SIGTERM || signal == SIGINT;
}

Supervisor::Supervisor(db::Deployment& deployment, http::ListeningSocket socket, Server server)
    : deployment_(deployment), socket_(std::move(socket)), server_(std::move(server)) {}

int Supervisor::run() {
    do {
        const auto status = serving_.ended();
        served_ = serving_.was_ready() || served_;
        if (status && !served_) {
            stop();
            return *status;
        }
        starting_.ended();
        const Role role = start_what_is_missing();
        if (role == Role::kServer) return serve();
        if (role == Role::kStarter) return start_database();
    } while (!signals_.came_within(kLook));
    stop();
    return 0;
}

Supervisor::Role Supervisor::start_what_is_missing() {
    try {
        if (serving_.is_due() && serving_.start()) return Role::kServer;
        if (starting_.is_due() && deployment_.is_down()) {
            log::warning("PostgreSQL is down: starting it");
            if (starting_.start()) return Role::kStarter;
        }
    } catch (const std::exception& outage) {  // no process to be had: another try comes soon
        log::error("supervisor: {}", log::cause(outage));
    }
    return Role::kParent;
}

int Supervisor::serve() {
    unblock_child_signal();
    return server_({std::move(socket_), !served_, [this] { serving_.say_ready(); }});
}

int Supervisor::start_database() {
    unblock_child_signal();
    socket_.close();
    try {
        deployment_.revive();
        return EXIT_SUCCESS;
    } catch (const std::exception& failure) {
        log::error("{}", log::cause(failure));
        return EXIT_FAILURE;
    }
}

void Supervisor::stop() {
    socket_.close();  // nobody is to wait for a server that ends
    serving_.signal(SIGTERM);
    if (!serving_.wait(kStopTime)) {
        serving_.signal(SIGKILL);
        serving_.wait(kStopTime);
    }
    starting_.wait(kStartTime);
    deployment_.close();
}

}  // namespace jingwei::app
