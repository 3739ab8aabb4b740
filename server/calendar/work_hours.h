#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace jingwei::calendar {

/// One stretch [from, until) of a working day, in minutes after midnight.
struct WorkSpan {
    std::chrono::minutes from{};
    std::chrono::minutes until{};

    friend bool operator==(const WorkSpan&, const WorkSpan&) = default;
};

/// Opening hours of every working day: one to four stretches, ascending, not touching.
class WorkHours {
public:
    /// 08:30–12:00 and 14:30–18:00.
    static WorkHours standard();

    /// From "08:30-12:00,14:30-18:00". `calendar_hours_malformed` when it does not read so,
    /// `calendar_hours_overlap` when a stretch is empty or begins before the one before has ended.
    static Result<WorkHours> parse(std::string_view text);

    std::string text() const;
    const std::vector<WorkSpan>& spans() const { return spans_; }
    std::chrono::minutes per_day() const { return per_day_; }

    friend bool operator==(const WorkHours&, const WorkHours&) = default;

private:
    explicit WorkHours(std::vector<WorkSpan> spans);

    std::vector<WorkSpan> spans_;
    std::chrono::minutes per_day_{};
};

}  // namespace jingwei::calendar
