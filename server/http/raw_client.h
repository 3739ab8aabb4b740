#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <string_view>

/// A bare socket for tests: says exactly what it is told and hears everything.
namespace jingwei::http::test {

class RawClient {
public:
    explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_port = htons(port);
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&at), sizeof at), 0);
    }
    ~RawClient() { ::close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// Sends what it can: the server may hang up in the middle.
    RawClient& say(std::string_view text) {
        while (!text.empty()) {
            const auto sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;
            text.remove_prefix(static_cast<std::size_t>(sent));
        }
        return *this;
    }

    /// Everything up to the end of the connection.
    std::string hear_all() {
        while (hear_some()) {
        }
        return std::exchange(heard_, {});
    }

    /// Everything up to and including `end`; fails after five seconds.
    std::string hear_until(std::string_view end) {
        while (heard_.find(end) == heard_.npos) {
            if (!hear_some()) {
                ADD_FAILURE() << "ended before " << end << " in:\n" << heard_;
                return std::exchange(heard_, {});
            }
        }
        const auto size = heard_.find(end) + end.size();
        std::string out = heard_.substr(0, size);
        heard_.erase(0, size);
        return out;
    }

    int socket() const { return socket_; }

    /// One answer with a Content-Length.
    std::string hear_answer() {
        std::string out = hear_until("\r\n\r\n");
        const auto at = out.find("Content-Length: ");
        if (at == out.npos) return out;
        const std::size_t size = std::stoul(out.substr(at + 16));
        while (heard_.size() < size && hear_some()) {
        }
        out += heard_.substr(0, size);
        heard_.erase(0, size);
        return out;
    }

private:
    bool hear_some() {
        pollfd waiting{socket_, POLLIN, 0};
        if (::poll(&waiting, 1, 5'000) <= 0) {
            ADD_FAILURE() << "nothing heard for five seconds after:\n" << heard_;
            return false;
        }
        char piece[65'536];
        const auto size = ::recv(socket_, piece, sizeof piece, 0);
        if (size <= 0) return false;
        heard_.append(piece, static_cast<std::size_t>(size));
        return true;
    }

    int socket_;
    std::string heard_;
};

}  // namespace jingwei::http::test
