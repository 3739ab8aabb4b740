#include "calendar/limit.h"

namespace jingwei::calendar {

Result<Limit> checked(Limit limit) {
    if (limit.amount >= 1 && limit.amount <= kMaxLimitAmount) return limit;
    return Refusal{RefusalKind::kInvalid, "calendar_limit_out_of_range", "/amount"};
}

bool is_day_limit(LimitUnit unit) {
    return unit == LimitUnit::kNaturalDays || unit == LimitUnit::kWorkingDays;
}

bool is_working_limit(LimitUnit unit) {
    return unit == LimitUnit::kWorkingHours || unit == LimitUnit::kWorkingDays;
}

}  // namespace jingwei::calendar
