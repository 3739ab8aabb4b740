#include "access/permission.h"

#include <algorithm>
#include <array>

namespace jingwei::access {
namespace {

using namespace permission;

constexpr std::array kAll{
    kCaseRead,        kCaseReport,       kCaseSelfClose,    kCaseScreen,   kCasePass,
    kCaseAssign,      kCaseDesignate,    kCaseHandle,       kCaseExtend,   kCaseSuspend,
    kCaseVerify,      kCaseAnswer,       kCaseClose,        kCaseFollowUp, kCaseReopen,
    kCaseArchive,     kCaseMerge,        kCaseUrge,         kCaseInstruct, kCasePlate,
    kCaseVoid,        kCaseConfidential, kCaseWhistle,      kCaseAttend,   kCaseComment,
    kCaseSampleCheck, kCaseReadContact,  kFiguresRead,      kFileRead,     kFileUpload,
    kTerritoryRead,   kTerritoryEdit,    kTerritoryApprove, kUnitRead,     kUnitEdit,
    kStaffRead,       kStaffEdit,        kMatterRead,       kMatterEdit,   kCalendarRead,
    kCalendarEdit,    kAccountRead,      kAccountEdit,      kGrantRead,    kGrantEdit,
    kAuditRead,       kJobRead,          kJobRun,           kSettingEdit,  kMeetingEdit,
    kWorkLogRead,
};

}  // namespace

std::span<const std::string_view> all_permissions() { return kAll; }

bool is_permission(std::string_view name) {
    return std::find(kAll.begin(), kAll.end(), name) != kAll.end();
}

Office office_of(std::string_view permission) {
    if (permission == kAccountEdit || permission == kSettingEdit) return Office::kSystem;
    if (permission == kGrantEdit) return Office::kSecurity;
    if (permission == kAuditRead) return Office::kAudit;
    return Office::kNone;
}

}  // namespace jingwei::access
