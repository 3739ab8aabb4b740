#include "load/driver.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace jingwei::load {
namespace {

constexpr std::chrono::seconds kPatience{60};  // for what is under way when the time is over
constexpr std::string_view kLength = "Content-Length: ";

Clock::duration in_seconds(double seconds) {
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

double seconds_of(Clock::duration time) { return std::chrono::duration<double>(time).count(); }

}  // namespace

Driver::Driver(const Plan& plan)
    : plan_(plan),
      uuids_(plan.seed),
      tally_(plan),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      last_step_(plan.steps.size()) {
    for (std::size_t at = 0; at < plan.connections; ++at) {
        auto channel = std::make_unique<Channel>(epoll_, plan.port, static_cast<std::uint32_t>(at));
        seats_.push_back({std::move(channel), {}, false, {}});
        free_.push_back(at);
    }
}

Driver::~Driver() {
    seats_.clear();
    close(epoll_);
}

std::string Driver::run() {
    if (plan_.prelude > 0) make_prelude();
    const auto began = Clock::now();
    if (!plan_.stages.empty()) {
        run_open();
        return tally_.json(seconds_of(Clock::now() - began));
    }
    run_closed();
    const auto took = Clock::now() - began;
    counts_ = begins_more_ = false;
    turn(Clock::now() + kPatience, true);
    return tally_.json(seconds_of(took));
}

Driver::Journey Driver::new_journey(Clock::time_point due, std::size_t stage) {
    const auto size = plan_.cast.size();
    const auto member = plan_.in_order ? member_++ % size : uuids_.random() % size;
    ++begun_;
    return {uuids_.make(), member, 0, stage, due, due};
}

/// All journeys up to the step at which the clock begins to run; then they wait in `prepared_`.
void Driver::make_prelude() {
    counts_ = false;
    keeps_ = true;
    last_step_ = plan_.prelude;
    for (std::size_t at = 0; at < plan_.connections; ++at)
        next_closed(Clock::now());
    turn(Clock::time_point::max(), true);
    last_step_ = plan_.steps.size();
    counts_ = true;
    keeps_ = false;
    begun_ = 0;
}

void Driver::run_closed() {
    const auto now = Clock::now();
    for (std::size_t at = 0; at < plan_.connections; ++at)
        next_closed(now);
    const bool by_number = plan_.journeys > 0;
    turn(by_number ? Clock::time_point::max() : now + in_seconds(plan_.seconds), by_number);
}

void Driver::next_closed(Clock::time_point now) {
    if (!begins_more_) return;
    if (plan_.prelude > 0 && !keeps_) {
        if (prepared_.empty()) return;
        prepared_.front().began = prepared_.front().due = now;
        waiting_.push_back(std::move(prepared_.front()));
        prepared_.pop_front();
    } else {
        if (plan_.journeys > 0 && begun_ >= plan_.journeys) return;
        waiting_.push_back(new_journey(now, 0));
    }
    ++under_way_;
    seat_waiting();
}

void Driver::run_open() {
    begins_more_ = false;
    auto begin = Clock::now();
    tally_.begin(begin);
    for (std::size_t stage = 0; stage < plan_.stages.size(); ++stage) {
        const Stage& plan = plan_.stages[stage];
        const auto end = begin + in_seconds(plan.seconds);
        const auto count = static_cast<std::size_t>(plan.rate * plan.seconds);
        for (std::size_t at = 0; at < count; ++at) {
            const auto due = begin + in_seconds(static_cast<double>(at) / plan.rate);
            turn(due, false);
            waiting_.push_back(new_journey(due, stage));
            ++under_way_;
            seat_waiting();
        }
        turn(end, false);
        begin = end;
    }
    turn(Clock::now() + kPatience, true);
}

void Driver::turn(Clock::time_point deadline, bool all_home) {
    while (Clock::now() < deadline && (!all_home || under_way_ > 0))
        take_events(deadline);
}

void Driver::take_events(Clock::time_point until) {
    using namespace std::chrono;
    const auto left = std::min<nanoseconds>(until - Clock::now(), seconds{1});
    if (left.count() <= 0) return;
    const timespec limit{left.count() / 1'000'000'000, left.count() % 1'000'000'000};
    std::array<epoll_event, 256> events;
    const int count = epoll_pwait2(epoll_, events.data(), events.size(), &limit, nullptr);
    if (count < 0 && errno != EINTR) {
        throw std::system_error(errno, std::generic_category(), "epoll");
    }
    for (int at = 0; at < count; ++at)
        take(seats_[events[static_cast<std::size_t>(at)].data.u32],
             events[static_cast<std::size_t>(at)].events);
}

void Driver::take(Seat& seat, std::uint32_t events) {
    const auto got = seat.channel->on_event(events);
    if (got == Channel::Got::kNothing || !seat.busy) return;
    const auto now = Clock::now();
    const auto& journey = seat.journey;
    const int status = got == Channel::Got::kLost ? Tally::kLost : seat.channel->answer().status;
    if (status >= 200 && status < 300) {
        if (counts_) tally_.step(journey.step, journey.stage, journey.due, now);
        return go_on(seat, now);
    }
    tally_.error(journey.step, journey.stage, status);
    if (status != Tally::kLost) tally_.refusal(journey.stage, now - seat.sent);
    end(seat, now);
}

void Driver::go_on(Seat& seat, Clock::time_point now) {
    auto& journey = seat.journey;
    journey.due = now;
    if (++journey.step < last_step_) {
        if (waiting_.empty()) return send(seat);
        // Others have waited longer for a connection.
        waiting_.push_back(std::move(journey));
        seat.busy = false;
        free_.push_back(static_cast<std::size_t>(&seat - seats_.data()));
        return seat_waiting();
    }
    if (counts_) tally_.journey(journey.stage, journey.began, now);
    if (keeps_) prepared_.push_back(journey);
    end(seat, now);
}

void Driver::end(Seat& seat, Clock::time_point now) {
    --under_way_;
    seat.busy = false;
    free_.push_back(static_cast<std::size_t>(&seat - seats_.data()));
    if (plan_.stages.empty()) next_closed(now);
    seat_waiting();
}

void Driver::seat_waiting() {
    while (!waiting_.empty() && !free_.empty()) {
        Seat& seat = seats_[free_.back()];
        free_.pop_back();
        seat.journey = std::move(waiting_.front());
        waiting_.pop_front();
        seat.busy = true;
        send(seat);
    }
}

void Driver::send(Seat& seat) {
    const auto& journey = seat.journey;
    const StepPlan& step = plan_.steps[journey.step];
    const auto& values = plan_.cast[journey.member];
    std::string body;
    step.body.fill(body, journey.id, values, uuids_);
    std::string& out = seat.channel->request();
    out.clear();
    step.head.fill(out, journey.id, values, uuids_);
    if (!body.empty()) {
        out += kLength;
        out += std::to_string(body.size());
        out += "\r\n";
    }
    out += "\r\n";
    out += body;
    seat.sent = Clock::now();
    seat.channel->send();
}

}  // namespace jingwei::load
