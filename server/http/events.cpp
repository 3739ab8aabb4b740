#include "http/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace jingwei::http {
namespace {

struct Seat {
    std::shared_ptr<Events::Listener> listener;
    Subscription subscription;
};

struct Remembered {
    std::uint64_t number;
    Event event;
    std::shared_ptr<const std::string> text;
};

bool hears(const Subscription& subscription, const Event& event) {
    return std::ranges::find(subscription.topics, event.topic) != subscription.topics.end() &&
           (!subscription.admits || subscription.admits(event));
}

}  // namespace

struct Events::State {
    explicit State(Limits limits_)
        : limits(limits_),
          epoch(static_cast<std::uint64_t>(
              std::chrono::system_clock::now().time_since_epoch().count())) {}

    std::string id_text(std::uint64_t number) const {
        return fmt::format("{:x}-{}", epoch, number);
    }

    std::shared_ptr<const std::string> text_of(const Event& event, std::uint64_t number) const {
        return std::make_shared<const std::string>(fmt::format(
            "id: {}\nevent: {}\ndata: {}\n\n", id_text(number), event.kind, event.data));
    }

    /// The number after which the reader missed events; nothing when that cannot be known.
    std::optional<std::uint64_t> resume_after(std::string_view last_event_id) const {
        const std::string prefix = fmt::format("{:x}-", epoch);
        if (!last_event_id.starts_with(prefix)) return std::nullopt;
        last_event_id.remove_prefix(prefix.size());
        std::uint64_t number = 0;
        const auto* end = last_event_id.data() + last_event_id.size();
        if (std::from_chars(last_event_id.data(), end, number).ptr != end) return std::nullopt;
        const std::uint64_t oldest = memory.empty() ? last + 1 : memory.front().number;
        if (number > last || number + 1 < oldest) return std::nullopt;
        return number;
    }

    const Limits limits;
    /// Tells apart the event numbers of one process from those of the one before it.
    const std::uint64_t epoch;
    mutable std::mutex mutex;
    std::uint64_t last = 0;
    std::deque<Remembered> memory;
    std::unordered_map<const Listener*, Seat> seats;
};

Events::Events() : Events(Limits{}) {}
Events::Events(Limits limits) : state_(std::make_unique<State>(limits)) {}
Events::~Events() = default;

void Events::publish(Event event) {
    const std::lock_guard lock(state_->mutex);
    const std::uint64_t number = ++state_->last;
    const auto text = state_->text_of(event, number);
    std::vector<const Listener*> too_slow;
    for (const auto& [key, seat] : state_->seats) {
        if (hears(seat.subscription, event) && !seat.listener->deliver(text)) {
            too_slow.push_back(key);
        }
    }
    for (const auto* key : too_slow)
        state_->seats.erase(key);
    state_->memory.push_back({number, std::move(event), text});
    if (state_->memory.size() > state_->limits.remembered) state_->memory.pop_front();
}

void Events::close_ended() {
    std::vector<Seat> gone;  // destroyed after the lock is released
    const std::lock_guard lock(state_->mutex);
    std::erase_if(state_->seats, [&](auto& one) {
        auto& seat = one.second;
        if (!seat.subscription.ended || !seat.subscription.ended()) return false;
        seat.listener->end();
        gone.push_back(std::move(seat));
        return true;
    });
}

std::size_t Events::listener_count() const {
    const std::lock_guard lock(state_->mutex);
    return state_->seats.size();
}

const Events::Limits& Events::limits() const { return state_->limits; }

bool Events::attach(std::shared_ptr<Listener> listener, Subscription subscription,
                    std::string_view last_event_id) {
    const std::lock_guard lock(state_->mutex);
    if (state_->seats.size() >= state_->limits.listeners) return false;
    const auto after = state_->resume_after(last_event_id);
    std::string missed = "retry: 3000\n\n";
    if (after) {
        for (const auto& past : state_->memory) {
            if (past.number > *after && hears(subscription, past.event)) missed += *past.text;
        }
    } else {
        // A first id to come back with; a reader that had another one fetches afresh.
        missed += fmt::format("id: {}\nevent: {}\ndata: null\n\n", state_->id_text(state_->last),
                              last_event_id.empty() ? "ready" : "reset");
    }
    listener->deliver(std::make_shared<const std::string>(std::move(missed)));
    const auto* key = listener.get();
    state_->seats[key] = {std::move(listener), std::move(subscription)};
    return true;
}

void Events::detach(const Listener* listener) {
    Seat gone;  // destroyed after the lock is released
    const std::lock_guard lock(state_->mutex);
    const auto found = state_->seats.find(listener);
    if (found == state_->seats.end()) return;
    gone = std::move(found->second);
    state_->seats.erase(found);
}

}  // namespace jingwei::http
