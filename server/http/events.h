#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jingwei::http {

/// Something that happened, for live screens. It says that something changed, not what: a reader
/// fetches what it may see. So `data` holds ids and codes only, never personal data.
struct Event {
    std::string topic;  ///< what readers subscribe to: "cases"
    std::string kind;   ///< `event:` of the stream: "case_changed"
    std::string data;   ///< JSON on one line
    std::string county;
    std::string path;                ///< territory path that it concerns, or empty
    std::vector<std::string> marks;  ///< further strings for predicates: unit ids, account ids
};

/// What one reader gets to hear.
struct Subscription {
    std::vector<std::string> topics;
    /// True for the events that this reader may know of; called on the publisher's thread, so it
    /// owns what it needs (the identity), is thread-safe and quick.
    std::function<bool(const Event&)> admits;
    /// True once this reader is nobody any more (close_ended); as admits in all else. May be empty.
    std::function<bool()> ended;
};

/// The hub of server-sent events. Thread-safe. One process knows only its own listeners: what
/// happens in others arrives by the database (LISTEN) and is published here too.
class Events {
public:
    struct Limits {
        std::size_t remembered = 4'096;  ///< events kept for readers that come back (Last-Event-ID)
        std::size_t queued_bytes =
            65'536;  ///< per listener; a slower one is cut off and comes back
        std::size_t listeners = 20'000;
    };

    Events();
    explicit Events(Limits limits);
    ~Events();
    Events(const Events&) = delete;
    Events& operator=(const Events&) = delete;

    /// Hands the event to every listener that admits it. Never blocks on a slow listener.
    void publish(Event event);

    /// Lets go of every listener whose subscription has ended, and closes its stream. Asks each.
    void close_ended();

    std::size_t listener_count() const;
    const Limits& limits() const;

    /// For http sessions only: takes chunks of stream text; called with the hub's lock held.
    class Listener {
    public:
        virtual ~Listener() = default;
        /// False when the queue of this listener is over its limit: it is dropped.
        virtual bool deliver(std::shared_ptr<const std::string> chunk) = 0;
        /// It hears no more, and closes.
        virtual void end() = 0;
    };

    /// Adds a listener, first delivering what it missed since `last_event_id` (as sent by the
    /// browser; when too old or unknown it gets one event `reset` and should fetch afresh).
    /// False when there are too many listeners.
    bool attach(std::shared_ptr<Listener> listener, Subscription subscription,
                std::string_view last_event_id);
    void detach(const Listener* listener);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace jingwei::http
