#pragma once

#include <string>

#include "cases/case_words.h"
#include "demo/random.h"
#include "demo/story.h"

namespace jingwei::demo {

/// What a person would write who takes this step: one of several sentences, some of them with the
/// outcome of the story in it. Never empty.
std::string phrase(cases::Action action, const Story& story, Random& random);

}  // namespace jingwei::demo
