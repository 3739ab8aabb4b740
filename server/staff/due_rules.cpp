#include "staff/due_rules.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace jingwei::staff {
namespace {

struct HeldPost {
    const Holding* holding;
    const Post* post;
};
/// What each person asked about holds at that moment, the foremost first.
using HeldByMember = std::map<Id<Member>, std::vector<HeldPost>>;

HeldByMember held_at(const Roster& roster, const DueQuestion& question) {
    HeldByMember held;
    for (const Holding& holding : roster.holdings()) {
        const Post* post = roster.post(holding.post);
        const Member* member = roster.member(holding.member);
        if (!post || !member || !holding.term.holds(question.at)) continue;
        if (!post->term.holds(question.at) || !question.of(*member, *post)) continue;
        held[holding.member].push_back({&holding, post});
    }
    for (auto& [member, posts] : held) {
        std::ranges::sort(posts, {}, [](const HeldPost& one) {
            return std::tie(one.holding->side, one.holding->term.from, one.holding->id);
        });
    }
    return held;
}

/// The day on which each person first began to serve in a grid, in whatever post.
std::map<Id<Member>, Day> first_days(const Roster& roster) {
    std::map<Id<Member>, Day> first;
    for (const Holding& holding : roster.holdings()) {
        const Post* post = roster.post(holding.post);
        if (!post || !serves_in_grid(post->kind)) continue;
        const Day day = china_day(holding.term.from);
        const auto [there, is_new] = first.emplace(holding.member, day);
        if (!is_new) there->second = std::min(there->second, day);
    }
    return first;
}

Day last_day_of_year(Day day) {
    const std::chrono::year_month_day date{day};
    return Day{date.year() / std::chrono::December / 31};
}

class Asking {
public:
    Asking(const DueQuestion& question, const Member& member, const Proof& proof,
           std::vector<Due>& into)
        : question_(question), member_(member), proof_(proof), into_(into) {}

    void training(const Post& post, std::optional<Day> began) {
        const auto& trained = proof_.trained_before_duty;
        if (began && (!trained || *trained > *began)) add(DueKind::kUntrained, post, began);
        if (proof_.hours < question_.training_hours) {
            add(DueKind::kTrainingShort, post, last_day_of_year(question_.on), proof_.hours);
        }
    }

    void filling(const Holding& holding, const Post& post) {
        if (proof_.filled.contains(post.id)) return;
        add(DueKind::kFilledUnrecorded, post, china_day(holding.term.from));
    }

    void ends(const Post& post) {
        if (!proof_.open_contract) {
            end(proof_.contract_to, post, DueKind::kContractEnded, DueKind::kContractEnds);
        }
        end(proof_.insured_to, post, DueKind::kInsuranceEnded, DueKind::kInsuranceEnds);
    }

private:
    void end(std::optional<Day> last, const Post& post, DueKind over, DueKind soon) {
        if (!last || *last > question_.on + kEndsSoon) return;
        add(*last < question_.on ? over : soon, post, last);
    }

    void add(DueKind kind, const Post& post, std::optional<Day> day, std::int64_t hours = 0) {
        into_.push_back({kind, &member_, &post, day, hours});
    }

    const DueQuestion& question_;
    const Member& member_;
    const Proof& proof_;
    std::vector<Due>& into_;
};

}  // namespace

bool serves_in_grid(PostKind kind) {
    switch (kind) {
        case PostKind::kLead:
        case PostKind::kWorker:
        case PostKind::kPartTimeWorker:
        case PostKind::kAssistant:
        case PostKind::kMicroWorker:
            return true;
        default:
            return false;
    }
}

std::vector<Due> due_of(const Roster& roster, const Proofs& proofs, const DueQuestion& question) {
    const Proof nothing{};
    const auto first = first_days(roster);
    std::vector<Due> due;
    for (const auto& [id, posts] : held_at(roster, question)) {
        const auto known = proofs.find(id);
        const auto began = first.find(id);
        Asking asking{question, *roster.member(id), known == proofs.end() ? nothing : known->second,
                      due};
        const auto in_grid = std::ranges::find_if(
            posts, [](const HeldPost& one) { return serves_in_grid(one.post->kind); });
        if (in_grid != posts.end()) {
            asking.training(*in_grid->post, began == first.end() ? std::optional<Day>{}
                                                                 : std::optional{began->second});
        }
        asking.ends(*posts.front().post);
        for (const HeldPost& one : posts) {
            if (serves_in_grid(one.post->kind)) asking.filling(*one.holding, *one.post);
        }
    }
    std::ranges::stable_sort(due, {}, [](const Due& one) {
        return std::tie(one.post->path, one.member->name, one.member->id, one.kind);
    });
    return due;
}

}  // namespace jingwei::staff
