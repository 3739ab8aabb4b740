#include "cases/permission_of.h"

#include <algorithm>

#include "access/permission.h"

namespace jingwei::cases {

namespace held = access::permission;

namespace {

struct Needed {
    Action action;
    std::string_view permission;
};

constexpr Needed kAtPlace[] = {
    {Action::kReport, held::kCaseReport},
    {Action::kSelfClose, held::kCaseSelfClose},
    {Action::kAccept, held::kCaseScreen},
    {Action::kReject, held::kCaseScreen},
    {Action::kReplyPlate, held::kCaseScreen},
    {Action::kPassUp, held::kCasePass},
    {Action::kPassDown, held::kCasePass},
    {Action::kAssign, held::kCaseAssign},
    {Action::kAddCoUnit, held::kCaseAssign},
    {Action::kFinishCoTask, held::kCaseAssign},
    {Action::kDesignate, held::kCaseDesignate},
    {Action::kSign, held::kCaseHandle},
    {Action::kReturn, held::kCaseHandle},
    {Action::kArrive, held::kCaseHandle},
    {Action::kHandle, held::kCaseHandle},
    {Action::kAskExtension, held::kCaseHandle},
    {Action::kAskSuspension, held::kCaseHandle},
    {Action::kGrantExtension, held::kCaseExtend},
    {Action::kRefuseExtension, held::kCaseExtend},
    {Action::kSuspend, held::kCaseSuspend},
    {Action::kRefuseSuspension, held::kCaseSuspend},
    {Action::kResume, held::kCaseSuspend},
    {Action::kVerifyPass, held::kCaseVerify},
    {Action::kVerifyFail, held::kCaseVerify},
    {Action::kAnswer, held::kCaseAnswer},
    {Action::kClose, held::kCaseClose},
    {Action::kFollowUp, held::kCaseFollowUp},
    {Action::kReopen, held::kCaseReopen},
    {Action::kArchive, held::kCaseArchive},
    {Action::kMerge, held::kCaseMerge},
    {Action::kUnmerge, held::kCaseMerge},
    {Action::kUrge, held::kCaseUrge},
    {Action::kInstruct, held::kCaseInstruct},
    {Action::kRaisePlate, held::kCasePlate},
    {Action::kLiftPlate, held::kCasePlate},
    {Action::kVoid, held::kCaseVoid},
    {Action::kMakeConfidential, held::kCaseConfidential},
    {Action::kLiftConfidential, held::kCaseConfidential},
    {Action::kWhistle, held::kCaseWhistle},
    {Action::kConcludeSession, held::kCaseWhistle},
    {Action::kAttend, held::kCaseAttend},
    {Action::kSamplePass, held::kCaseSampleCheck},
    {Action::kSampleFail, held::kCaseSampleCheck},
    {Action::kReadContact, held::kCaseReadContact},
    {Action::kComment, held::kCaseComment},
    {Action::kRecompute, held::kCaseComment},
    {Action::kFollowGrid, held::kCaseComment},
};

}  // namespace

std::string_view permission_at_place(Action action) {
    return std::ranges::find(kAtPlace, action, &Needed::action)->permission;
}

std::string_view permission_at_unit(Action action) {
    switch (action) {
        case Action::kComment:
            return held::kCaseComment;
        case Action::kAttend:
            return held::kCaseAttend;
        case Action::kReadContact:
            return held::kCaseReadContact;
        default:
            return held::kCaseHandle;
    }
}

std::string_view permission_of(Action action) {
    const bool of_desk_and_unit = action == Action::kResume || action == Action::kReplyPlate ||
                                  action == Action::kFinishCoTask;
    return of_desk_and_unit ? held::kCaseComment : permission_at_place(action);
}

}  // namespace jingwei::cases
