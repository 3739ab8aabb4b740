#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <chrono>
#include <deque>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "http/events.h"
#include "http/job.h"
#include "http/wire.h"

namespace jingwei::http {

class Loop;

/// One connection: reads requests one after the other (further ones may wait in the buffer), hands
/// each to a worker, writes its answer. Lives on the thread of its loop; deliver(), end() and
/// tell() may be called from any.
///
///   handshake → idle → head → [admit] → body → handle → write → idle …
///                                                     ↘ stream     ↘ linger → closed
class Session final : public Wire::Reader,
                      public Events::Listener,
                      public std::enable_shared_from_this<Session> {
public:
    Session(Core& core, Loop& loop, std::unique_ptr<Wire> wire, std::string peer, bool secure);

    void start();
    /// Ends the phase when its time is over.
    void tick(std::chrono::steady_clock::time_point now);
    /// Ends now when no request is under way; otherwise after its answer.
    void drain();
    void close();

    /// Brings a job back to the thread of its session.
    static void tell(std::shared_ptr<Session> session, std::shared_ptr<Job> job);

    void on_handshake(boost::system::error_code error) override;
    void on_read(boost::system::error_code error, std::size_t size) override;
    void on_written(boost::system::error_code error) override;
    bool deliver(std::shared_ptr<const std::string> chunk) override;
    void end() override;

    std::size_t place = 0;  ///< in the loop's list

private:
    enum class Phase {
        kHandshake,
        kIdle,
        kHead,
        kAdmit,
        kContinue,
        kBody,
        kHandle,
        kWrite,
        kStream,
        kLinger,
        kClosed
    };

    void enter(Phase phase, std::chrono::milliseconds time);
    void await_request();
    void read_more();
    void parse();
    bool take_head();
    void begin_body();
    void fail_to_parse(boost::system::error_code error);
    void extend_body_time();
    std::size_t feed(boost::system::error_code& error);
    void submit(bool admit_only);
    void on_job(const std::shared_ptr<Job>& job);
    void refuse_and_close(Refusal refusal);
    void send(Response response);
    void send_next_of_file();
    void finish_answer();
    bool is_deaf(std::chrono::steady_clock::time_point now) const;
    void hold(std::size_t bytes);
    void linger();
    void begin_stream();
    void flush_stream();
    void count_answer() const;
    const Limits& limits() const { return core_.options.limits; }

    Core& core_;
    Loop& loop_;
    std::unique_ptr<Wire> wire_;
    const std::string peer_;
    const bool secure_;
    Phase phase_ = Phase::kHandshake;
    std::chrono::steady_clock::time_point deadline_;
    std::chrono::steady_clock::time_point phase_began_;
    boost::beast::flat_buffer buffer_;
    bool reading_ = false;
    std::uint64_t body_received_ = 0;
    std::uint64_t lingered_ = 0;
    std::shared_ptr<Job> job_;
    Response response_;
    std::size_t held_ = 0;  ///< of it, counted in core_.unread_bytes
    std::ifstream file_;
    std::string file_piece_;

    // Streams: chunks wait here until the one before is written.
    std::mutex chunks_mutex_;
    std::deque<std::shared_ptr<const std::string>> chunks_;
    std::size_t chunk_bytes_ = 0;
    bool flush_posted_ = false;
    std::string outgoing_;
    bool writing_ = false;
    std::chrono::steady_clock::time_point stream_end_;
};

}  // namespace jingwei::http
