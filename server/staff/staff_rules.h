#pragma once

#include <string_view>

#include "core/result.h"
#include "staff/roster.h"

namespace jingwei::staff {

/// A span to be: from `from` (else now), ending after it begins. Refuses span_reversed at `field`.
Result<Span> make_span(std::optional<Time> from, std::optional<Time> to, Time now,
                       std::string_view field);

/// The moment at which something with that span ends: `at`, else now. Refuses span_reversed when
/// that is not after its beginning.
Result<Time> end_of(const Span& span, std::optional<Time> at, Time now);

}  // namespace jingwei::staff
