#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cases/case_record.h"

/// What the loop tells a resident and hears from one. docs/adr/0078-residents-without-accounts.md
namespace jingwei::cases {

/// What a receipt says. The same report again gets the same one again.
struct ResidentReceipt {
    Id<Case> case_id;
    std::string code;
    Time received_at;
    std::optional<Time> answer_due_at;  ///< nothing: nobody can be told, so nobody waits
};
BOOST_DESCRIBE_STRUCT(ResidentReceipt, (), (case_id, code, received_at, answer_due_at))

/// A case as it is read for the resident who raised it. It holds inner words and names of staff:
/// what of it may be told is for portal/told_rules.h to say.
struct FollowedCase {
    CaseRecord record;
    std::vector<StepRow> steps;  ///< oldest first
    std::vector<Action> open{};  ///< of follow_up and reopen, what the loop allows now
};

/// How many last digits of the phone are asked for.
inline constexpr std::size_t kTailDigits = 4;

/// The row behind a code, as far as the question goes who raised it.
struct CodeRow {
    Id<Case> id;
    std::string phone_masked;
};
BOOST_DESCRIBE_STRUCT(CodeRow, (), (id, phone_masked))

/// Whether `tail` ends the phone behind `row`. Without a row, without a phone, or with one too
/// short to be masked by its middle: no, after the same work.
bool is_tail_of(const std::optional<CodeRow>& row, std::string_view tail);

}  // namespace jingwei::cases
