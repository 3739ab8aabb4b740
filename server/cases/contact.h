#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cases/case_actions.h"
#include "cases/case_record.h"
#include "cases/case_views.h"
#include "core/seal.h"

namespace jingwei::cases {

/// Somebody can be told: there is a phone, and nobody said that no answer is wanted.
bool wants_answer(const std::optional<ReporterBody>& reporter);

/// "王**", "138****5678": the first character of a name, head and tail of a number (number_of()) of
/// seven or more digits; of anything shorter nothing but stars.
std::string masked_name(std::string_view name);
std::string masked_phone(std::string_view phone);

/// The row of a reporter: sealed for this very case, so that it opens in no other row.
ReporterRow sealed(const ReporterBody& reporter, const CaseFixed& of, const KeyRing& keys);

/// Under each key of the ring what ReporterRow::phone_key is for that number, however it is
/// written; none when it has no digit.
std::vector<db::Bytes> phone_keys_of(std::string_view phone, const KeyRing& keys);

/// Nothing when it was changed, or its key is gone.
std::optional<ReporterContact> opened(const ReporterRow& row, const CaseFixed& of,
                                      const KeyRing& keys);

/// The id of the step that a report which is closed at once writes second: made from the first, so
/// that a repetition finds it.
Id<Step> second_step_id(Id<Step> first);

}  // namespace jingwei::cases
