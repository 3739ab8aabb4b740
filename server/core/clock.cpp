#include "core/clock.h"

namespace jingwei {
namespace {

constexpr std::chrono::hours kChinaOffset{8};

}  // namespace

Time SystemClock::now() const {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

Time ManualClock::now() const { return Time{std::chrono::microseconds{now_.load()}}; }

void ManualClock::set(Time now) { now_.store(now.time_since_epoch().count()); }

void ManualClock::advance(std::chrono::microseconds by) { now_.fetch_add(by.count()); }

std::chrono::local_time<std::chrono::microseconds> china_time(Time time) {
    return std::chrono::local_time<std::chrono::microseconds>{time.time_since_epoch() +
                                                              kChinaOffset};
}

Time from_china_time(std::chrono::local_time<std::chrono::microseconds> local) {
    return Time{local.time_since_epoch() - kChinaOffset};
}

Day china_day(Time time) { return std::chrono::floor<std::chrono::days>(china_time(time)); }

}  // namespace jingwei
