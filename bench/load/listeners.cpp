#include "load/listeners.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <boost/json.hpp>
#include <chrono>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <vector>

#include "load/channel.h"
#include "load/histogram.h"
#include "load/uuid.h"

namespace jingwei::load {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kPatience{60};
constexpr std::size_t kReadAtOnce = 256;

class Listeners {
public:
    explicit Listeners(const Plan& plan)
        : plan_(plan), uuids_(plan.seed), epoll_(epoll_create1(EPOLL_CLOEXEC)) {}
    ~Listeners() {
        speaker_.reset();
        channels_.clear();
        close(epoll_);
    }
    Listeners(const Listeners&) = delete;
    Listeners& operator=(const Listeners&) = delete;

    std::string run() {
        open_all();
        std::cout << "listening" << std::endl;
        std::string line;
        std::getline(std::cin, line);
        speaker_ = std::make_unique<Channel>(epoll_, plan_.port, number(plan_.connections));
        boost::json::array rounds;
        for (std::size_t at = 0; at < plan_.rounds; ++at)
            rounds.push_back(round(at));
        return boost::json::serialize(
            boost::json::object{{"listeners", plan_.connections}, {"rounds", std::move(rounds)}});
    }

private:
    static std::uint32_t number(std::size_t at) { return static_cast<std::uint32_t>(at); }

    void fill(Channel& channel, const StepPlan& step, const std::string& journey,
              std::size_t member) {
        const auto& values = plan_.cast[member % plan_.cast.size()];
        std::string body;
        step.body.fill(body, journey, values, uuids_);
        std::string& out = channel.request();
        out.clear();
        step.head.fill(out, journey, values, uuids_);
        if (!body.empty()) out += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        out += "\r\n" + body;
        channel.send();
    }

    /// A few at a time, so that the queue of the listening socket never overflows.
    void open_all() {
        constexpr std::size_t kAtOnce = 64;
        heard_.assign(plan_.connections, false);
        while (channels_.size() < plan_.connections) {
            const auto upto = std::min(channels_.size() + kAtOnce, plan_.connections);
            while (channels_.size() < upto) {
                const auto at = channels_.size();
                channels_.push_back(std::make_unique<Channel>(epoll_, plan_.port, number(at)));
                fill(*channels_.back(), plan_.steps.front(), {}, at);
            }
            wait_until("data:", upto, nullptr);
        }
        opening_ = false;
    }

    boost::json::object round(std::size_t at) {
        heard_.assign(plan_.connections, false);
        heard_count_ = 0;
        Histogram times;
        const auto began = Clock::now();
        began_ = began;
        fill(*speaker_, plan_.steps.at(1), uuids_.make(), at);
        wait_until(plan_.event, plan_.connections, &times);
        const std::chrono::duration<double, std::milli> took = Clock::now() - began;
        return {{"all_ms", took.count()},
                {"p50_ms", static_cast<double>(times.quantile(0.5)) / 1'000},
                {"answer_status", status_}};
    }

    void wait_until(std::string_view word, std::size_t count, Histogram* times) {
        const auto deadline = Clock::now() + kPatience;
        while (heard_count_ < count) {
            if (Clock::now() > deadline) throw std::runtime_error("not every listener has heard");
            std::array<epoll_event, kReadAtOnce> events;
            const int ready = epoll_wait(epoll_, events.data(), events.size(), 1'000);
            for (int i = 0; i < ready; ++i)
                take(events[static_cast<std::size_t>(i)], word, times);
        }
    }

    void take(const epoll_event& event, std::string_view word, Histogram* times) {
        const std::size_t at = event.data.u32;
        if (at == plan_.connections) {
            if (speaker_->on_event(event.events) == Channel::Got::kAnswer) {
                status_ = speaker_->answer().status;
            }
            return;
        }
        Channel& channel = *channels_[at];
        if (!channel.read_stream()) throw std::runtime_error("a listener was sent away");
        if (opening_ && !heard_[at] && !channel.text().starts_with("HTTP/1.1 200")) {
            throw std::runtime_error("a listener was refused: " + std::string{channel.text()});
        }
        if (channel.text().find(word) == std::string_view::npos) return;
        channel.forget_text();
        if (heard_[at]) return;
        heard_[at] = true;
        ++heard_count_;
        if (times == nullptr) return;
        const auto took = Clock::now() - began_;
        times->add(static_cast<std::uint64_t>(
            std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
    }

    const Plan& plan_;
    UuidMaker uuids_;
    int epoll_;
    std::vector<std::unique_ptr<Channel>> channels_;
    std::unique_ptr<Channel> speaker_;
    std::vector<bool> heard_;
    std::size_t heard_count_ = 0;
    bool opening_ = true;
    int status_ = 0;
    Clock::time_point began_{};
};

}  // namespace

std::string listen(const Plan& plan) { return Listeners{plan}.run(); }

}  // namespace jingwei::load
