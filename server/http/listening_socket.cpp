#include "http/listening_socket.h"

#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace jingwei::http {
namespace {

using boost::asio::ip::tcp;

constexpr int kBacklog = 4'096;

tcp::endpoint endpoint_of(const std::string& address, std::uint16_t port) {
    boost::system::error_code error;
    const auto parsed = boost::asio::ip::make_address(address, error);
    if (!error) return {parsed, port};
    throw std::runtime_error("--address: " + address +
                             " is no network address: give one such as 127.0.0.1 or ::");
}

bool listens(int socket, const tcp::endpoint& at) {
    const int yes = 1;
    return socket >= 0 && setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
           bind(socket, at.data(), static_cast<socklen_t>(at.size())) == 0 &&
           listen(socket, kBacklog) == 0;
}

std::uint16_t port_of(int socket, tcp::endpoint bound) {
    auto size = static_cast<socklen_t>(bound.capacity());
    getsockname(socket, bound.data(), &size);
    return bound.port();
}

}  // namespace

ListeningSocket::ListeningSocket(const std::string& address, std::uint16_t port) {
    const auto at = endpoint_of(address, port);
    is_v6_ = at.address().is_v6();
    socket_ = ::socket(at.protocol().family(), SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (!listens(socket_, at)) {
        const std::error_code error(errno, std::system_category());
        close();
        throw std::system_error(error, "cannot listen on " + address + ":" + std::to_string(port) +
                                           ": stop what listens there, or give another --port "
                                           "or --address");
    }
    port_ = port_of(socket_, at);
}

ListeningSocket::~ListeningSocket() { close(); }

ListeningSocket::ListeningSocket(ListeningSocket&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), port_(other.port_), is_v6_(other.is_v6_) {}

int ListeningSocket::release() { return std::exchange(socket_, -1); }

void ListeningSocket::close() {
    if (socket_ >= 0) ::close(release());
}

}  // namespace jingwei::http
