#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "calendar/calendars.h"

namespace jingwei::calendar {

YearSummary summary_of(const YearCalendar& year);

/// What the sources of Calendars share. Private to calendar.
struct Calendars::State {
    struct Snapshot {
        std::shared_ptr<const WorkCalendar> calendar;
        std::int64_t version = -1;
        std::chrono::steady_clock::time_point checked;
    };
    /// Counties kept at once; beyond it one is dropped, which costs a reading and nothing else.
    static constexpr std::size_t kMostCounties = 4'000;

    std::shared_ptr<const WorkCalendar> of(std::string_view county);
    void forget();

    db::Pool& pool;
    const Clock& clock;
    std::chrono::milliseconds trust;
    OnImport on_import{};
    std::mutex mutex{};
    std::map<std::string, Snapshot, std::less<>> snapshots{};
};

}  // namespace jingwei::calendar
