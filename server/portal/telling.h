#pragma once

#include "core/messages.h"
#include "portal/portal_views.h"

namespace jingwei::portal {

/// What of a case its resident is told. Steps that are the units' own affair (urging, plates, more
/// time, checking, remarks) are left out, and so are texts other than the answer, the reason of a
/// refusal and the resident's own. `matter` may be null.
ToldCase told(const cases::FollowedCase& followed, const Matter* matter, Language language);

/// Its name in that language, or the one that it has.
std::string name_of(const Matter& matter, Language language);

}  // namespace jingwei::portal
