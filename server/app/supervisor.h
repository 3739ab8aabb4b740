#pragma once

#include <functional>

#include "app/ward.h"
#include "db/deployment.h"
#include "http/listening_socket.h"

namespace jingwei::app {

/// SIGTERM and SIGINT for whoever waits for them: blocked in the thread that makes one and in all
/// that it starts afterwards.
class EndSignals {
public:
    EndSignals();
    /// Until one of them comes.
    void wait() const;
    /// At most so long, or until a child of this process ends. True when one of them came.
    bool came_within(std::chrono::milliseconds time) const;

private:
    sigset_t end_{};
    sigset_t end_or_child_{};
};

/// Keeps a server alive. The server is a process of its own, a fork of this one, which has no
/// threads: when it dies another takes its place, and while there is none its connections wait in
/// the socket that listens. A private PostgreSQL that died is started again. Whoever dies again and
/// again is started less and less often, down to every two seconds.
///
/// When this process is killed, the server dies with it; PostgreSQL stays and is adopted by the
/// next.
class Supervisor {
public:
    struct Shift {
        http::ListeningSocket socket;
        bool first;                   ///< whether nobody served before
        std::function<void()> ready;  ///< to be called once it serves
    };
    /// Serves until SIGTERM; answers the exit status.
    using Server = std::function<int(Shift)>;

    /// The deployment is open, and outlives this.
    Supervisor(db::Deployment& deployment, http::ListeningSocket socket, Server server);

    /// In the process that calls it: returns after SIGTERM or SIGINT, when server and database have
    /// stopped, or with the status of a first server that never got ready. In the processes that it
    /// forks: returns their exit status, which main() has to answer without further ado.
    int run();

private:
    enum class Role { kParent, kServer, kStarter };

    Role start_what_is_missing();
    int serve();
    int start_database();
    void stop();

    db::Deployment& deployment_;
    http::ListeningSocket socket_;
    Server server_;
    EndSignals signals_;
    Ward serving_{"server"};
    Ward starting_{"start of PostgreSQL"};
    bool served_ = false;
};

}  // namespace jingwei::app
