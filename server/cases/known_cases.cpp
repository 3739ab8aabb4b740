#include "cases/known_cases.h"

namespace jingwei::cases {
namespace {

std::size_t length_of(const CaseRecord& record) {
    return record.description.size() + record.answer.size() + record.clocks.size();
}

}  // namespace

std::shared_ptr<const LoadedCase> KnownCases::find(const std::string& county, Id<Case> id,
                                                   std::int32_t step_no) {
    const std::lock_guard lock{mutex_};
    const auto found = places_.find(id);
    if (found == places_.end()) return nullptr;
    const Entry& known = *found->second;
    if (known->record.county != county || known->record.step_no != step_no) return nullptr;
    by_use_.splice(by_use_.begin(), by_use_, found->second);
    return known;
}

void KnownCases::keep(LoadedCase known) {
    const Id<Case> id = known.record.id;
    const bool is_short = length_of(known.record) <= kLongest;
    auto entry = std::make_shared<const LoadedCase>(std::move(known));
    const std::lock_guard lock{mutex_};
    drop(id);
    if (!is_short) return;
    by_use_.push_front(std::move(entry));
    places_.emplace(id, by_use_.begin());
    if (by_use_.size() > kMost) drop(by_use_.back()->record.id);
}

void KnownCases::forget(Id<Case> id) {
    const std::lock_guard lock{mutex_};
    drop(id);
}

void KnownCases::drop(Id<Case> id) {
    const auto found = places_.find(id);
    if (found == places_.end()) return;
    by_use_.erase(found->second);
    places_.erase(found);
}

}  // namespace jingwei::cases
