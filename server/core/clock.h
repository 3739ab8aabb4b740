#pragma once

#include <atomic>
#include <chrono>

namespace jingwei {

/// A moment in UTC, to the microsecond (what timestamptz keeps).
using Time = std::chrono::sys_time<std::chrono::microseconds>;

/// A calendar day in China Standard Time (UTC+8 all year since 1992).
using Day = std::chrono::local_days;

/// Where a program gets "now". Rules take a Time; only services ask a Clock.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Time now() const = 0;
};

class SystemClock final : public Clock {
public:
    Time now() const override;
};

/// A clock that stands still until told otherwise: tests, demo data and replays. Thread-safe.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Time start) : now_(start.time_since_epoch().count()) {}
    Time now() const override;
    void set(Time now);
    void advance(std::chrono::microseconds by);

private:
    std::atomic<std::int64_t> now_;
};

/// UTC+8 wall time of a moment, and back. Valid for moments since 1992.
std::chrono::local_time<std::chrono::microseconds> china_time(Time time);
Time from_china_time(std::chrono::local_time<std::chrono::microseconds> local);
Day china_day(Time time);

}  // namespace jingwei
