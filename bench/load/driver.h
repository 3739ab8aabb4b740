#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "load/channel.h"
#include "load/plan.h"
#include "load/tally.h"
#include "load/uuid.h"

namespace jingwei::load {

/// Makes the journeys of a plan from one thread. The time of a request counts from when it was due:
/// for the first of a journey the moment at which the journey was to begin, for the others that at
/// which the answer before arrived. So waiting for a free connection is part of it.
class Driver {
public:
    explicit Driver(const Plan& plan);
    ~Driver();
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;

    /// Runs to the end and answers the figures as JSON.
    std::string run();

private:
    struct Journey {
        std::string id;
        std::size_t member = 0;  ///< of the cast
        std::size_t step = 0;
        std::size_t stage = 0;
        Clock::time_point began{};
        Clock::time_point due{};
    };
    struct Seat {
        std::unique_ptr<Channel> channel;
        Journey journey;
        bool busy = false;
        Clock::time_point sent{};
    };

    Journey new_journey(Clock::time_point due, std::size_t stage);
    void make_prelude();
    void run_closed();
    void run_open();
    /// Until `deadline`, or until nobody is on the way when `all_home`.
    void turn(Clock::time_point deadline, bool all_home);
    void take_events(Clock::time_point until);
    void take(Seat& seat, std::uint32_t events);
    void go_on(Seat& seat, Clock::time_point now);
    void end(Seat& seat, Clock::time_point now);
    void next_closed(Clock::time_point now);
    void seat_waiting();
    void send(Seat& seat);

    const Plan& plan_;
    UuidMaker uuids_;
    Tally tally_;
    int epoll_;
    std::vector<Seat> seats_;
    std::vector<std::size_t> free_;
    std::deque<Journey> waiting_;
    std::deque<Journey> prepared_;  ///< have the prelude behind them
    std::size_t last_step_;         ///< one beyond
    std::size_t begun_ = 0;
    std::size_t member_ = 0;
    std::size_t under_way_ = 0;
    bool counts_ = true;
    bool begins_more_ = true;
    bool keeps_ = false;  ///< in the prelude: journeys are put aside, not ended
};

}  // namespace jingwei::load
