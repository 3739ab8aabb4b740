#include "staff/records.h"

namespace jingwei::staff {
namespace {

Refusal refuse(std::string code, std::string field) {
    return {RefusalKind::kInvalid, std::move(code), std::move(field)};
}

bool fits(RecordKind kind, RecordManner manner) {
    const bool of_training = manner == RecordManner::kBeforeDuty || manner == RecordManner::kYearly;
    return of_training == (kind == RecordKind::kTraining);
}

Result<void> check_manner(RecordKind kind, const std::optional<RecordManner>& manner) {
    const bool has_one = kind == RecordKind::kFilled || kind == RecordKind::kTraining;
    if (has_one && !manner) return refuse("record_manner_needed", "/manner");
    if (manner && (!has_one || !fits(kind, *manner))) {
        return refuse("record_manner_unfit", "/manner");
    }
    return {};
}

Result<void> check_post(RecordKind kind, const std::optional<Id<Post>>& post) {
    if (kind == RecordKind::kFilled && !post) return refuse("record_post_needed", "/post_id");
    const bool may_have = kind == RecordKind::kFilled || kind == RecordKind::kContract;
    if (post && !may_have) return refuse("record_post_unfit", "/post_id");
    return {};
}

}  // namespace

Result<void> check_record(RecordKind kind, const RecordContent& content) {
    if (auto fit = check_manner(kind, content.manner); !fit) return fit;
    if (auto fit = check_post(kind, content.post_id); !fit) return fit;
    const bool is_training = kind == RecordKind::kTraining;
    if (is_training && !content.hours) return refuse("record_hours_needed", "/hours");
    if (!is_training && content.hours) return refuse("record_hours_unfit", "/hours");
    if (kind == RecordKind::kInsurance && !content.to_on) {
        return refuse("record_end_needed", "/to_on");
    }
    if (content.to_on && *content.to_on < content.from_on) {
        return refuse("record_days_reversed", "/to_on");
    }
    return {};
}

}  // namespace jingwei::staff
