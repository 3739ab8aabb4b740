#include "staff/staff_rules.h"

namespace jingwei::staff {

Result<Span> make_span(std::optional<Time> from, std::optional<Time> to, Time now,
                       std::string_view field) {
    const Span span{from.value_or(now), to};
    if (to && *to <= span.from) {
        return Refusal{RefusalKind::kInvalid, "span_reversed", std::string(field)};
    }
    return span;
}

Result<Time> end_of(const Span& span, std::optional<Time> at, Time now) {
    const Time end = at.value_or(now);
    if (end <= span.from) return Refusal{RefusalKind::kInvalid, "span_reversed", "/at"};
    return end;
}

}  // namespace jingwei::staff
