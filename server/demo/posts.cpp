#include "demo/founding.h"

namespace jingwei::demo {

namespace {

using staff::PostKind;

PostKind kind_of(Duty duty) {
    switch (duty) {
        case Duty::kLead:
            return PostKind::kLead;
        case Duty::kWorker:
            return PostKind::kWorker;
        case Duty::kAssistant:
            return PostKind::kAssistant;
        case Duty::kInstructor:
            return PostKind::kInstructor;
        case Duty::kMicroWorker:
            return PostKind::kMicroWorker;
        case Duty::kCommander:
            return PostKind::kCommander;
        case Duty::kSecretary:
            return PostKind::kSecretary;
    }
    return PostKind::kWorker;
}

std::string duties_of(Duty duty) {
    switch (duty) {
        case Duty::kLead:
            return "统筹本网格各项服务\n组织走访和矛盾化解";
        case Duty::kWorker:
            return "日常巡查和走访\n采集上报网格事件\n代办便民服务事项";
        case Duty::kInstructor:
            return "联系指导网格工作\n协调解决难题";
        case Duty::kMicroWorker:
            return "联系邻里\n传递通知、反映诉求";
        default:
            return {};
    }
}

/// Writes the people and the posts; a person is written once, whatever the number of posts.
class Appointer {
public:
    Appointer(const World& world, const Founded& founded, const Ground& ground, Ids& ids)
        : world_(world),
          founded_(founded),
          ground_(ground),
          ids_(ids),
          now_(ground.clock.now()),
          scope_(db::Scope::whole_county(founded.county)),
          members_(world.people.size()) {}

    Result<void> appoint() {
        const auto territory = ground_.grid.territory(founded_.county);
        for (const PostPlan& plan : world_.posts) {
            staff::NewPost post;
            post.id = ids_.make<staff::Post>(now_);
            post.node = territory->by_path(founded_.path(plan.where))->id;
            post.kind = kind_of(plan.duty);
            post.duties = duties_of(plan.duty);
            if (auto made = ground_.staff.create_post(scope_, post); !made) return made.error();
            if (auto done = put(post, plan.a, staff::Side::kA); !done) return done;
            if (!plan.b) continue;
            if (auto done = put(post, *plan.b, staff::Side::kB); !done) return done;
        }
        return {};
    }

private:
    Result<void> put(const staff::NewPost& post, int index, staff::Side side) {
        const auto member = member_of(index, post.node);
        if (!member) return member.error();
        staff::NewHolding holding;
        holding.id = ids_.make<staff::Holding>(now_);
        holding.post = post.id;
        holding.member = *member;
        holding.side = side;
        if (auto made = ground_.staff.appoint(scope_, holding); !made) return made.error();
        return {};
    }

    Result<Id<staff::Member>> member_of(int index, Id<grid::Node> node) {
        const auto i = static_cast<std::size_t>(index);
        if (!members_[i].is_nil()) return members_[i];
        staff::NewMember member;
        member.id = ids_.make<staff::Member>(now_);
        member.node = node;
        member.name = world_.people[i].name;
        member.duty_phone = world_.people[i].phone;
        if (!founded_.accounts[i].is_nil()) member.account = founded_.accounts[i];
        if (auto made = ground_.staff.add_member(scope_, member); !made) return made.error();
        members_[i] = member.id;
        return member.id;
    }

    const World& world_;
    const Founded& founded_;
    const Ground& ground_;
    Ids& ids_;
    const Time now_;
    const db::Scope scope_;
    std::vector<Id<staff::Member>> members_;
};

}  // namespace

Result<void> fill_posts(const World& world, const Founded& founded, const Ground& ground,
                        Ids& ids) {
    return Appointer{world, founded, ground, ids}.appoint();
}

}  // namespace jingwei::demo
