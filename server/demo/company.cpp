#include "demo/company.h"

namespace jingwei::demo {

Company::Company(const World& world, const Founded& founded, Time founded_at) {
    std::vector<std::vector<access::Grant>> grants(world.people.size());
    for (const RolePlan& plan : world.roles) {
        access::Grant grant;
        grant.role = plan.role;
        if (plan.where) grant.path = founded.path(*plan.where);
        if (plan.office) grant.unit = founded.offices[static_cast<std::size_t>(*plan.office)];
        grant.valid_from = founded_at;
        grants[static_cast<std::size_t>(plan.person)].push_back(std::move(grant));

        if (plan.office) handlers_[*plan.office] = plan.person;
        if (plan.role == "dispatcher" || plan.role == "grid_lead")
            desks_[*plan.where].push_back(plan.person);
        if (plan.role == "hotline_taker") hotline_.push_back(plan.person);
        if (plan.role == "supervisor") supervisors_.push_back(plan.person);
    }
    for (std::size_t i = 0; i < world.people.size(); ++i) {
        const Person& person = world.people[i];
        access::Principal::Who who;
        who.county = founded.county;
        who.account = founded.accounts[i];
        who.login = person.login;
        who.display_name = person.name;
        principals_.emplace_back(std::in_place, std::move(who), std::move(grants[i]));
    }
    for (const PostPlan& post : world.posts)
        if (post.duty == Duty::kWorker) workers_[post.where.index] = post.a;
}

const access::Principal& Company::any(const std::vector<int>& people, int turn) const {
    const auto person = people[static_cast<std::size_t>(turn) % people.size()];
    return *principals_[static_cast<std::size_t>(person)];
}

const access::Principal& Company::worker(int grid) const { return any({workers_.at(grid)}, 0); }

const access::Principal& Company::desk(Where where, int turn) const {
    return any(desks_.at(where), turn);
}

const access::Principal& Company::hotline(int turn) const { return any(hotline_, turn); }

const access::Principal& Company::supervisor() const { return any(supervisors_, 0); }

const access::Principal& Company::handler(int office) const {
    return any({handlers_.at(office)}, 0);
}

}  // namespace jingwei::demo
