#include "http/wire.h"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

namespace jingwei::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using Socket = asio::ip::tcp::socket;

template <class Stream>
class StreamWire : public Wire {
public:
    explicit StreamWire(Stream stream) : stream_(std::move(stream)) {}

    void read(std::shared_ptr<Reader> reader, asio::mutable_buffer into) override {
        stream_.async_read_some(into,
                                [reader = std::move(reader)](error_code error, std::size_t size) {
                                    reader->on_read(error, size);
                                });
    }
    void write(std::shared_ptr<Reader> reader, Buffers buffers) override {
        asio::async_write(stream_, buffers,
                          [reader = std::move(reader)](error_code error, std::size_t) {
                              reader->on_written(error);
                          });
    }
    void end_writing() override {
        error_code ignored;  // the other end may be gone
        stream_.lowest_layer().shutdown(Socket::shutdown_send, ignored);
    }
    void close() override {
        error_code ignored;
        stream_.lowest_layer().close(ignored);
    }

protected:
    Stream stream_;
};

class PlainWire final : public StreamWire<Socket> {
public:
    using StreamWire::StreamWire;
    void handshake(std::shared_ptr<Reader> reader) override {
        asio::post(stream_.get_executor(),
                   [reader = std::move(reader)] { reader->on_handshake({}); });
    }
};

class TlsWire final : public StreamWire<asio::ssl::stream<Socket>> {
public:
    using StreamWire::StreamWire;
    void handshake(std::shared_ptr<Reader> reader) override {
        stream_.async_handshake(
            asio::ssl::stream_base::server,
            [reader = std::move(reader)](error_code error) { reader->on_handshake(error); });
    }
};

}  // namespace

std::unique_ptr<Wire> make_wire(Socket socket, asio::ssl::context* tls) {
    if (!tls) return std::make_unique<PlainWire>(std::move(socket));
    return std::make_unique<TlsWire>(asio::ssl::stream<Socket>(std::move(socket), *tls));
}

}  // namespace jingwei::http
