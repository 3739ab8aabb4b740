#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cases/standing.h"
#include "core/result.h"

/// Who may do what to a case, when, and what becomes of it. Pure: no clock, no database.
/// The table itself is the first thing in workflow_rules.cpp.
namespace jingwei::cases {

/// A set of enumerators, small enough to write in a table: {kClosed, kFollowedUp}.
template <class Enum>
class Set {
public:
    constexpr Set() = default;
    constexpr Set(std::initializer_list<Enum> members) {
        for (const Enum member : members)
            add(member);
    }
    constexpr void add(Enum member) { bits_ |= bit(member); }
    constexpr bool has(Enum member) const { return (bits_ & bit(member)) != 0; }
    constexpr bool meets(Set other) const { return (bits_ & other.bits_) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    friend constexpr bool operator==(Set, Set) = default;

private:
    static constexpr std::uint64_t bit(Enum member) {
        return std::uint64_t{1} << static_cast<unsigned>(member);
    }
    std::uint64_t bits_ = 0;
};

using States = Set<State>;
using Capacities = Set<Capacity>;

/// What the rules must know of the world around the case.
struct Surroundings {
    Rounds bounds = kShippedBounds;
    bool grid_may_close = false;     ///< the matter lets a worker close it alone
    bool desk_above = false;         ///< there is a desk to pass it up to
    bool desk_below = false;         ///< there is one to pass it down to
    bool handling_overdue = false;   ///< the handling clock is past due
    bool arrival_awaited = false;    ///< an arrival clock is running
    bool answer_wanted = true;       ///< somebody waits to be told
    bool judged = false;             ///< who reported it was reached and has said what is to say
    bool survivor_answered = false;  ///< of a merged case: the one it lives on in was answered
};

/// Something that must hold for a row to apply. `code` says that it does not.
struct Condition {
    std::string_view code;
    bool (*holds)(const Standing&, const Surroundings&);
};

/// Up to four conditions, asked in order.
class When {
public:
    constexpr When() = default;
    template <class... Conditions>
    constexpr When(const Conditions&... all) : all_{&all...}, size_(sizeof...(all)) {}
    constexpr auto begin() const { return all_.begin(); }
    constexpr auto end() const { return all_.begin() + size_; }

private:
    std::array<const Condition*, 4> all_{};
    std::size_t size_ = 0;
};

using Spends = std::int32_t Rounds::*;

/// One row: in `from`, somebody who is one of `by` may do `action`; the case goes to `to` (none:
/// it stays) when all of `when` holds and a round of the kind it spends (null: none) is left.
struct Rule {
    Action action;
    States from;
    Capacities by;
    std::optional<State> to;
    Spends spends;
    When when;
};

/// The table, in the order of the loop. An action may have several rows, no two for one state.
std::span<const Rule> rules();

/// The row by which somebody who is all of `mine` to the case may do `action` now; else a refusal:
/// case_wrong_state, case_wrong_capacity, the code of the first condition that fails, or the code
/// of the rounds that are used up.
Result<const Rule*> allowed(Action action, const Standing& standing, Capacities mine,
                            const Surroundings& around);

/// What a step says beyond its action, as far as the standing changes by it.
struct Told {
    Plate plate = Plate::kNone;  ///< raise_plate: which
    bool sampled = false;        ///< self_close: drawn for checking
    std::int32_t tasks = 0;      ///< conclude_session: co-tasks given
};

/// The case after a step that allowed() allowed.
Standing after(const Rule& rule, Standing standing, const Told& told = {});

/// Whether the table would ever let one of `mine` do it, in whatever state: worth a button.
bool ever_concerns(Action action, Capacities mine);

/// Every code that allowed() may refuse with, each once.
std::vector<std::string> reason_codes();

}  // namespace jingwei::cases
