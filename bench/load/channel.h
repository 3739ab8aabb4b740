#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "load/answer.h"

namespace jingwei::load {

/// One connection to the server, without waiting: what cannot be sent or read now is for the next
/// event. Connects anew when the server has closed it.
class Channel {
public:
    enum class Got { kNothing, kAnswer, kLost };

    /// `epoll` reports this channel as `number`. Throws std::system_error when nobody listens.
    Channel(int epoll, std::uint16_t port, std::uint32_t number);
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    /// The request to fill; then send() it.
    std::string& request() { return out_; }
    void send();

    /// Takes what there is to take and sends what is left to send. kAnswer: answer() is whole and
    /// the channel free for the next request.
    Got on_event(std::uint32_t events);

    const Answer& answer() const { return answer_; }
    std::string_view text() const { return in_; }  ///< of a stream: all that was read
    void forget_text() { in_.clear(); }

    /// Reads without looking for answers. False when the other end has closed.
    bool read_stream();

private:
    void connect();
    void watch(std::uint32_t events);
    bool read_some();
    void write_some();

    int epoll_;
    std::uint16_t port_;
    std::uint32_t number_;
    int socket_ = -1;
    std::uint32_t watched_ = 0;
    std::string out_;
    std::size_t sent_ = 0;
    std::string in_;
    Answer answer_;
};

}  // namespace jingwei::load
