#include "demo/phrases.h"

#include <array>
#include <string_view>
#include <vector>

namespace jingwei::demo {

namespace {

using enum cases::Action;

struct Sentence {
    cases::Action action;
    std::string_view text;
};

constexpr std::array<Sentence, 58> kSentences{{
    {kReject, "反映内容不属于网格事项，已告知诉求人向有权处理的部门提出。"},
    {kReject, "诉求已进入司法程序，不予受理，已说明理由。"},
    {kReject, "地点不明且无法联系反映人，不予受理。"},
    {kPassUp, "超出本级处置权限，请上级统筹。"},
    {kPassUp, "需要执法力量，上报镇街处理。"},
    {kPassUp, "涉及市政设施维修，村里没有条件处置。"},
    {kPassUp, "请属地镇街就近安排处置。"},
    {kPassDown, "超出本级处置权限，请上级统筹。"},
    {kPassDown, "需要执法力量，上报镇街处理。"},
    {kPassDown, "涉及市政设施维修，村里没有条件处置。"},
    {kPassDown, "请属地镇街就近安排处置。"},
    {kAssign, "请按职责处置并按时反馈。"},
    {kAssign, "请尽快到现场核实处理。"},
    {kAssign, "请与反映人联系，处理后拍照反馈。"},
    {kReturn, "经现场核实，该路段由其他单位管养，申请退回。"},
    {kReturn, "不属于本单位职责，建议转主管部门。"},
    {kDesignate, "经中心研究，指定由你单位负责办理，不再退回。"},
    {kSign, "已签收，安排人员前往。"},
    {kSign, "收到，今天到现场。"},
    {kAddCoUnit, "请配合主办单位到场处置。"},
    {kAddCoUnit, "请协助提供管线资料并派员到场。"},
    {kFinishCoTask, "已派员配合，协办任务完成。"},
    {kFinishCoTask, "相关资料已移交主办单位。"},
    {kAskExtension, "配件需要采购，申请延期。"},
    {kAskExtension, "连续降雨无法施工，申请延期。"},
    {kAskExtension, "需与产权单位协商，申请延长时限。"},
    {kGrantExtension, "情况属实，同意延期。"},
    {kRefuseExtension, "理由不充分，请按原时限办理。"},
    {kAskSuspension, "等待专业检测报告，申请挂起。"},
    {kAskSuspension, "当事人外出，需待其返回后调解。"},
    {kSuspend, "同意挂起，恢复条件具备后立即办理。"},
    {kResume, "条件已具备，恢复办理。"},
    {kVerifyPass, "现场已核实，处置到位。"},
    {kVerifyPass, "已回看现场，问题解决。"},
    {kVerifyPass, "与反映人核实，情况属实。"},
    {kVerifyFail, "现场仍有残留，请继续处理。"},
    {kVerifyFail, "修复质量不合格，请返工。"},
    {kAnswer, "您反映的问题已处理完毕，感谢您的关心。"},
    {kAnswer, "已处理，如仍有问题请随时联系我们。"},
    {kClose, "办结。"},
    {kClose, "处置、核查、反馈齐全，予以办结。"},
    {kFollowUp, "电话回访。"},
    {kFollowUp, "回访了解办理情况。"},
    {kReopen, "回访反映问题未解决，重新办理。"},
    {kReopen, "问题反复出现，请重新处置。"},
    {kMerge, "与在办事件反映同一问题，并案办理。"},
    {kUrge, "已超时限，请抓紧办理。"},
    {kUrge, "反映人来电催问，请尽快处理并回复。"},
    {kInstruct, "请主办单位今天到场，处理结果报我。"},
    {kInstruct, "举一反三，排查同类问题。"},
    {kReplyPlate, "已加派力量，两日内完成处置。"},
    {kReplyPlate, "延误原因已查明，正在办理。"},
    {kWhistle, "涉及多个部门，请到现场会商。"},
    {kConcludeSession, "会商确定：主办单位牵头处置，相关单位按分工配合，一周内完成。"},
    {kVoid, "重复登记，作废。"},
    {kVoid, "测试录入，作废。"},
    {kSamplePass, "抽查属实，处置到位。"},
    {kSampleFail, "抽查发现问题未彻底解决，退回办理。"},
}};

}  // namespace

std::string phrase(cases::Action action, const Story& story, Random& random) {
    if (action == kHandle || action == kSelfClose) return story.handled;
    std::vector<std::string_view> fitting;
    for (const Sentence& each : kSentences)
        if (each.action == action) fitting.push_back(each.text);
    return fitting.empty() ? "已知悉。" : std::string{random.pick(fitting)};
}

}  // namespace jingwei::demo
