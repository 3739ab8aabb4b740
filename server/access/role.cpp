#include "access/role.h"

#include <algorithm>
#include <array>

namespace jingwei::access {
namespace {

using namespace permission;
using Names = std::span<const std::string_view>;

// What everybody with a part in the loop may look up, and what the role adds to it.
template <class... More>
constexpr auto with_lookups(More... more) {
    return std::array<std::string_view, 7 + sizeof...(More)>{
        kCaseRead,  kFileRead,   kTerritoryRead, kUnitRead,
        kStaffRead, kMatterRead, kCalendarRead,  more...};
}

constexpr auto kGridWorker =
    with_lookups(kCaseReport, kCaseSelfClose, kCaseVerify, kCaseAnswer, kCaseFollowUp, kCaseReopen,
                 kCaseAttend, kCaseComment, kCaseReadContact, kFileUpload);

constexpr auto kGridLead =
    with_lookups(kCaseReport, kCaseSelfClose, kCaseScreen, kCasePass, kCaseAssign, kCaseExtend,
                 kCaseSuspend, kCaseVerify, kCaseAnswer, kCaseClose, kCaseFollowUp, kCaseReopen,
                 kCaseMerge, kCaseUrge, kCaseVoid, kCaseWhistle, kCaseAttend, kCaseComment,
                 kCaseReadContact, kFiguresRead, kFileUpload, kMeetingEdit, kWorkLogRead);

constexpr auto kInstructor = with_lookups(kCaseReport, kCaseUrge, kCaseAttend, kCaseComment,
                                          kFiguresRead, kFileUpload, kMeetingEdit, kWorkLogRead);

constexpr auto kDispatcher = with_lookups(
    kCaseReport, kCaseScreen, kCasePass, kCaseAssign, kCaseDesignate, kCaseExtend, kCaseSuspend,
    kCaseVerify, kCaseAnswer, kCaseClose, kCaseFollowUp, kCaseReopen, kCaseArchive, kCaseMerge,
    kCaseUrge, kCasePlate, kCaseVoid, kCaseWhistle, kCaseAttend, kCaseComment, kCaseSampleCheck,
    kCaseReadContact, kFiguresRead, kFileUpload, kMeetingEdit);

constexpr auto kHotlineTaker = with_lookups(kCaseReport, kCaseAnswer, kCaseFollowUp, kCaseReopen,
                                            kCaseUrge, kCaseComment, kCaseReadContact, kFileUpload);

constexpr auto kHandler = with_lookups(kCaseHandle, kCaseAttend, kCaseComment, kCaseReadContact,
                                       kFiguresRead, kFileUpload);

constexpr auto kSupervisor =
    with_lookups(kCaseFollowUp, kCaseReopen, kCaseUrge, kCaseInstruct, kCasePlate, kCaseComment,
                 kCaseSampleCheck, kFiguresRead, kFileUpload);

constexpr std::array kCatalogueEditor{kTerritoryRead, kUnitRead,     kMatterRead,
                                      kMatterEdit,    kCalendarRead, kCalendarEdit};

// On top of another role: the few who see and set confidential cases inside a subtree.
constexpr std::array kConfidant{kCaseRead, kFileRead, kCaseConfidential};

constexpr std::array kSystemAdmin{
    kTerritoryRead, kTerritoryEdit, kTerritoryApprove, kUnitRead,     kUnitEdit,     kStaffRead,
    kStaffEdit,     kMatterRead,    kMatterEdit,       kCalendarRead, kCalendarEdit, kAccountRead,
    kAccountEdit,   kJobRead,       kJobRun,           kSettingEdit,  kMeetingEdit,  kWorkLogRead};

constexpr std::array kSecurityOfficer{kTerritoryRead, kUnitRead,  kStaffRead,
                                      kAccountRead,   kGrantRead, kGrantEdit};

constexpr std::array kAuditor{kTerritoryRead, kUnitRead, kAccountRead, kGrantRead, kAuditRead};

constexpr std::array kRoles{
    Role{role::kGridWorker, Office::kNone, Reach::kPath, Names{kGridWorker}},
    Role{role::kGridLead, Office::kNone, Reach::kPath, Names{kGridLead}},
    Role{role::kInstructor, Office::kNone, Reach::kPath, Names{kInstructor}},
    Role{role::kDispatcher, Office::kNone, Reach::kPath, Names{kDispatcher}},
    Role{role::kHotlineTaker, Office::kNone, Reach::kPath, Names{kHotlineTaker}},
    Role{role::kHandler, Office::kNone, Reach::kUnit, Names{kHandler}},
    Role{role::kSupervisor, Office::kNone, Reach::kPath, Names{kSupervisor}},
    Role{role::kCatalogueEditor, Office::kNone, Reach::kPath, Names{kCatalogueEditor}},
    Role{role::kConfidant, Office::kNone, Reach::kPath, Names{kConfidant}},
    Role{role::kSystemAdmin, Office::kSystem, Reach::kPath, Names{kSystemAdmin}},
    Role{role::kSecurityOfficer, Office::kSecurity, Reach::kPath, Names{kSecurityOfficer}},
    Role{role::kAuditor, Office::kAudit, Reach::kPath, Names{kAuditor}},
};

}  // namespace

bool Role::holds(std::string_view permission) const {
    return std::find(permissions.begin(), permissions.end(), permission) != permissions.end();
}

std::span<const Role> all_roles() { return kRoles; }

const Role* find_role(std::string_view name) {
    const auto found = std::find_if(kRoles.begin(), kRoles.end(),
                                    [&](const Role& one) { return one.name == name; });
    return found == kRoles.end() ? nullptr : &*found;
}

}  // namespace jingwei::access
