#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/system/error_code.hpp>
#include <memory>

namespace jingwei::http {

/// The bytes of one connection, plain or under TLS. At most one read and one write are under way.
/// All of it happens on the thread of the connection's loop.
class Wire {
public:
    /// Who is told; kept alive until it was.
    class Reader {
    public:
        virtual ~Reader() = default;
        virtual void on_handshake(boost::system::error_code error) = 0;
        virtual void on_read(boost::system::error_code error, std::size_t size) = 0;
        virtual void on_written(boost::system::error_code error) = 0;
    };
    using Buffers = std::array<boost::asio::const_buffer, 2>;

    virtual ~Wire() = default;
    virtual void handshake(std::shared_ptr<Reader> reader) = 0;
    virtual void read(std::shared_ptr<Reader> reader, boost::asio::mutable_buffer into) = 0;
    /// All of `buffers`, in one write where the system takes them.
    virtual void write(std::shared_ptr<Reader> reader, Buffers buffers) = 0;
    /// No more will be written; the other end may still be sending.
    virtual void end_writing() = 0;
    /// Ends everything under way with an error.
    virtual void close() = 0;
};

/// `tls` null: plain.
std::unique_ptr<Wire> make_wire(boost::asio::ip::tcp::socket socket,
                                boost::asio::ssl::context* tls);

}  // namespace jingwei::http
