#pragma once

#include <boost/describe/enum.hpp>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "staff/roster.h"

namespace jingwei::staff {

/// What is missing or runs out in the records of somebody who holds a post.
enum class DueKind {
    kUntrained,        ///< began without a training before duty
    kTrainingShort,    ///< less than the yearly minimum
    kContractEnded,    ///< the last one, before that day
    kContractEnds,     ///< within kEndsSoon
    kInsuranceEnded,   ///< the last one, before that day
    kInsuranceEnds,    ///< within kEndsSoon
    kFilledUnrecorded  ///< no record, or none that holds on that day, says how the post was filled
};
BOOST_DESCRIBE_ENUM(DueKind, kUntrained, kTrainingShort, kContractEnded, kContractEnds,
                    kInsuranceEnded, kInsuranceEnds, kFilledUnrecorded)

inline constexpr std::chrono::days kEndsSoon{60};
/// Hours of training a year where a county has set none. A number of ours, not of a rule: rules
/// differ by province, so it is configuration (docs/adr/0082-records-of-service.md).
inline constexpr std::int32_t kShippedTrainingHours = 40;

/// What is on file of one person, as of a day.
struct Proof {
    std::int64_t hours = 0;  ///< of trainings that began in the year of the day, up to the day
    std::optional<Day> trained_before_duty;  ///< the first such training began then
    bool open_contract = false;              ///< one without a last day
    std::optional<Day> contract_to;          ///< the latest last day
    std::optional<Day> insured_to;           ///< the latest last day
    std::set<Id<Post>> filled;               ///< posts with a record that holds on the day
};
/// Whoever is not in it has nothing on file.
using Proofs = std::unordered_map<Id<Member>, Proof>;

struct DueQuestion {
    Day on{};                         ///< the last day of a contract counts as held
    Time at;                          ///< whose holdings: those that last then
    std::int32_t training_hours = 0;  ///< 0: none are asked for
    std::function<bool(const Member&, const Post&)> of;  ///< who is asked about
};

struct Due {
    DueKind kind = DueKind::kUntrained;
    const Member* member = nullptr;
    const Post* post = nullptr;  ///< of several the one held as A, then the longest
    std::optional<Day> day;      ///< began, ends or ended; of kTrainingShort the end of the year
    std::int64_t hours = 0;      ///< of kTrainingShort: so many so far
};

/// Whether somebody in a post of that kind is trained and put on file: those who serve in grids.
/// Contacts are volunteers; instructors and the heads of a level have another office.
bool serves_in_grid(PostKind kind);

/// By place of the post, then name, then kind. Trainings and filling are asked of those who serve
/// in grids, contracts and insurance of everybody who has one. Pointers live as long as the roster.
/// Pure.
std::vector<Due> due_of(const Roster& roster, const Proofs& proofs, const DueQuestion& question);

}  // namespace jingwei::staff
