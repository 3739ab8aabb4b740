#pragma once

#include <span>
#include <string_view>

namespace jingwei::access {

/// The office that a permission belongs to. The three officers (三员) keep each other in check: one
/// account never holds permissions of two of them (access_rules.h, and an exclusion in the table).
enum class Office {
    kNone,
    kSystem,    ///< system administrator 系统管理员: accounts, territory, settings
    kSecurity,  ///< security officer 安全管理员: who may do what
    kAudit,     ///< auditor 审计管理员: what was done
};

/// What somebody may do, as routes declare it and roles hold it. Names are "noun.verb", stable, and
/// have a reader's name in both languages ("permission.case.assign" in
/// data/messages/access.*.json).
namespace permission {

// The case loop. Several actions share a permission where the same person does all of them; who
// that person is to the case (desk, lead unit, worker …) is for the workflow rules to say.
inline constexpr std::string_view kCaseRead = "case.read";
inline constexpr std::string_view kCaseReport = "case.report";
inline constexpr std::string_view kCaseSelfClose = "case.self_close";
inline constexpr std::string_view kCaseScreen = "case.screen";  ///< accept, reject; makes a desk
inline constexpr std::string_view kCasePass = "case.pass";      ///< pass_up, pass_down
inline constexpr std::string_view kCaseAssign = "case.assign";  ///< assign, add_co_unit
inline constexpr std::string_view kCaseDesignate = "case.designate";
/// sign, return, handle, finish_co_task, arrive, ask_extension, ask_suspension, reply_plate
inline constexpr std::string_view kCaseHandle = "case.handle";
inline constexpr std::string_view kCaseExtend = "case.extend";    ///< grant_, refuse_extension
inline constexpr std::string_view kCaseSuspend = "case.suspend";  ///< suspend, refuse_…, resume
inline constexpr std::string_view kCaseVerify = "case.verify";    ///< verify_pass, verify_fail
inline constexpr std::string_view kCaseAnswer = "case.answer";
inline constexpr std::string_view kCaseClose = "case.close";
inline constexpr std::string_view kCaseFollowUp = "case.follow_up";
inline constexpr std::string_view kCaseReopen = "case.reopen";
inline constexpr std::string_view kCaseArchive = "case.archive";
inline constexpr std::string_view kCaseMerge = "case.merge";  ///< merge, unmerge
inline constexpr std::string_view kCaseUrge = "case.urge";
inline constexpr std::string_view kCaseInstruct = "case.instruct";
inline constexpr std::string_view kCasePlate = "case.plate";  ///< raise_plate, lift_plate
inline constexpr std::string_view kCaseVoid = "case.void";
/// make_confidential, lift_confidential; inside the grant's subtree it also opens them to reading
inline constexpr std::string_view kCaseConfidential = "case.confidential";
inline constexpr std::string_view kCaseWhistle = "case.whistle";  ///< whistle, conclude_session
inline constexpr std::string_view kCaseAttend = "case.attend";
inline constexpr std::string_view kCaseComment = "case.comment";
inline constexpr std::string_view kCaseSampleCheck = "case.sample_check";
inline constexpr std::string_view kCaseReadContact = "case.read_contact";  ///< logged every time

inline constexpr std::string_view kFiguresRead = "figures.read";
inline constexpr std::string_view kFileRead = "file.read";  ///< of a case that one may read
inline constexpr std::string_view kFileUpload = "file.upload";

inline constexpr std::string_view kTerritoryRead = "territory.read";
inline constexpr std::string_view kTerritoryEdit = "territory.edit";
/// Lets a plan for a part of the territory below one's own come into force
inline constexpr std::string_view kTerritoryApprove = "territory.approve";
inline constexpr std::string_view kUnitRead = "unit.read";
inline constexpr std::string_view kUnitEdit = "unit.edit";
inline constexpr std::string_view kStaffRead = "staff.read";
inline constexpr std::string_view kStaffEdit = "staff.edit";
inline constexpr std::string_view kMeetingEdit = "meeting.edit";  ///< minutes of meetings
/// What people note of their day; never asked of anybody, so that it measures nothing.
inline constexpr std::string_view kWorkLogRead = "work_log.read";
inline constexpr std::string_view kMatterRead = "matter.read";
inline constexpr std::string_view kMatterEdit = "matter.edit";
inline constexpr std::string_view kCalendarRead = "calendar.read";
inline constexpr std::string_view kCalendarEdit = "calendar.edit";

inline constexpr std::string_view kAccountRead = "account.read";
inline constexpr std::string_view kAccountEdit = "account.edit";
inline constexpr std::string_view kGrantRead = "grant.read";
inline constexpr std::string_view kGrantEdit = "grant.edit";
inline constexpr std::string_view kAuditRead = "audit.read";
inline constexpr std::string_view kJobRead = "job.read";
inline constexpr std::string_view kJobRun = "job.run";  ///< retry, cancel
inline constexpr std::string_view kSettingEdit = "setting.edit";

}  // namespace permission

/// Every permission above, in the order in which a screen lists them.
std::span<const std::string_view> all_permissions();

/// False for a name that is none of the above.
bool is_permission(std::string_view name);

/// The office that alone may hold `permission`; kNone when any role may.
Office office_of(std::string_view permission);

}  // namespace jingwei::access
