#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/optional.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace jingwei::http {

/// Where the body of a request goes while it arrives.
class BodySink {
public:
    virtual ~BodySink() = default;
    virtual Result<void> take(std::string_view piece) = 0;
    virtual Result<void> finish() { return {}; }
};

/// Into a string of at most `limit` bytes.
class StringSink final : public BodySink {
public:
    StringSink(std::string& into, std::size_t limit) : into_(into), limit_(limit) {}

    Result<void> take(std::string_view piece) override {
        if (into_.size() + piece.size() > limit_) {
            return Refusal{
                RefusalKind::kTooLarge, "body_too_large", {}, {{"max", std::to_string(limit_)}}};
        }
        into_ += piece;
        return {};
    }

private:
    std::string& into_;
    std::size_t limit_;
};

/// Connects a sink to Beast's parser: a Body whose value is the sink and what it refused.
struct SinkBody {
    struct value_type {
        BodySink* sink = nullptr;
        std::optional<Refusal> refusal;
    };

    class reader {
    public:
        template <bool kIsRequest, class Fields>
        reader(boost::beast::http::header<kIsRequest, Fields>&, value_type& body) : body_(body) {}

        void init(const boost::optional<std::uint64_t>&, boost::system::error_code& error) {
            error = {};
        }
        template <class Buffers>
        std::size_t put(const Buffers& buffers, boost::system::error_code& error) {
            error = {};
            std::size_t taken = 0;
            for (auto at = boost::asio::buffer_sequence_begin(buffers);
                 at != boost::asio::buffer_sequence_end(buffers) && !error; ++at) {
                const boost::asio::const_buffer buffer = *at;
                judge(body_.sink->take({static_cast<const char*>(buffer.data()), buffer.size()}),
                      error);
                taken += buffer.size();
            }
            return taken;
        }
        void finish(boost::system::error_code& error) {
            error = {};
            if (body_.sink) judge(body_.sink->finish(), error);
        }

    private:
        void judge(const Result<void>& outcome, boost::system::error_code& error) {
            if (outcome) return;
            body_.refusal = outcome.error();
            error = boost::beast::http::error::unexpected_body;
        }

        value_type& body_;
    };
};

}  // namespace jingwei::http
