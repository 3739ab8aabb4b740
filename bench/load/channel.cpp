#include "load/channel.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace jingwei::load {
namespace {

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

Channel::Channel(int epoll, std::uint16_t port, std::uint32_t number)
    : epoll_(epoll), port_(port), number_(number) {
    connect();
}

Channel::~Channel() {
    if (socket_ >= 0) close(socket_);
}

void Channel::connect() {
    if (socket_ >= 0) close(socket_);
    socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket_ < 0) fail("socket");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // On loopback this is done at once; only afterwards the socket stops waiting.
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        fail("connect");
    }
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    watched_ = 0;
    watch(EPOLLIN);
    in_.clear();
}

void Channel::watch(std::uint32_t events) {
    if (watched_ == events) return;
    epoll_event event{};
    event.events = events;
    event.data.u32 = number_;
    if (epoll_ctl(epoll_, watched_ == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket_, &event) != 0) {
        fail("epoll_ctl");
    }
    watched_ = events;
}

void Channel::send() {
    sent_ = 0;
    write_some();
}

void Channel::write_some() {
    while (sent_ < out_.size()) {
        const auto size =
            ::send(socket_, out_.data() + sent_, out_.size() - sent_, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (size < 0) break;  // not now, or never: the next event says which
        sent_ += static_cast<std::size_t>(size);
    }
    watch(sent_ < out_.size() ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

/// False when the other end has closed.
bool Channel::read_some() {
    std::array<char, 32 * 1024> piece;
    const auto size = recv(socket_, piece.data(), piece.size(), MSG_DONTWAIT);
    if (size < 0) return errno == EAGAIN || errno == EINTR;
    in_.append(piece.data(), static_cast<std::size_t>(size));
    return size > 0;
}

bool Channel::read_stream() { return read_some(); }

Channel::Got Channel::on_event(std::uint32_t events) {
    if ((events & EPOLLOUT) != 0) write_some();
    if ((events & ~static_cast<std::uint32_t>(EPOLLOUT)) == 0) return Got::kNothing;
    if (!read_some()) {
        connect();
        return Got::kLost;
    }
    const auto answer = read_answer(in_);
    if (!answer) return Got::kNothing;
    answer_ = *answer;
    in_.erase(0, answer->size);
    out_.clear();
    if (!answer->keep_alive) connect();
    return Got::kAnswer;
}

}  // namespace jingwei::load
