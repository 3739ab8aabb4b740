#pragma once

#include <cstdint>
#include <string>

namespace jingwei::http {

/// A socket that listens. Connections wait in it for whoever accepts them, so it may be opened
/// before there is a server, and handed from one process to the next without refusing anybody.
class ListeningSocket {
public:
    /// Port 0: any free one. Throws std::runtime_error when the address is none, and
    /// std::system_error when it is taken.
    ListeningSocket(const std::string& address, std::uint16_t port);
    ~ListeningSocket();
    ListeningSocket(ListeningSocket&& other) noexcept;
    ListeningSocket& operator=(ListeningSocket&&) = delete;

    std::uint16_t port() const { return port_; }
    bool is_v6() const { return is_v6_; }

    /// The descriptor, which is the caller's to close from now on.
    int release();
    /// From now on this process holds nobody's connections. Others may still have it open.
    void close();

private:
    int socket_ = -1;
    std::uint16_t port_ = 0;
    bool is_v6_ = false;
};

}  // namespace jingwei::http
