#include <algorithm>

#include "demo/phrases.h"
#include "demo/player.h"

/// What is said in a step, to whom it goes, and what is attached.
namespace jingwei::demo {

using namespace std::chrono_literals;
using cases::Action;

namespace {

constexpr int kSuspendedDays = 12;

cases::Verdict verdict_of(Story::Asked asked) {
    switch (asked) {
        case Story::Asked::kYes:
            return cases::Verdict::kYes;
        case Story::Asked::kNo:
            return cases::Verdict::kNo;
        case Story::Asked::kNotReached:
            return cases::Verdict::kNotReached;
    }
    return cases::Verdict::kNotReached;
}

}  // namespace

cases::StepInput Player::input(Live& live, const Turn& turn) {
    cases::StepInput step;
    step.action = turn.action;
    step.step_id = ids_.make<Step>(theatre_.clock.now());
    step.expected_step = live.step_no;
    step.text = phrase(turn.action, live.script.story(), live.script.random());
    fill(live, step);
    return step;
}

void Player::fill(Live& live, cases::StepInput& step) {
    const Story& story = live.script.story();
    switch (step.action) {
        case Action::kPassDown: {
            const auto& grid = world_.grids[static_cast<std::size_t>(story.spot.grid)];
            step.path = founded_.towns[static_cast<std::size_t>(
                world_.villages[static_cast<std::size_t>(grid.village)].town)];
            break;
        }
        case Action::kAssign:
        case Action::kDesignate:
            fill_dispatch(live, step);
            break;
        case Action::kAddCoUnit:
            live.co_office = other_office(live);
            step.unit = founded_.offices[static_cast<std::size_t>(live.co_office)];
            break;
        case Action::kHandle:
            if (matter_of(story).evidence != matter::Evidence::kNone)
                step.files = picture(live, company_.handler(live.office));
            break;
        case Action::kAskExtension:
        case Action::kGrantExtension:
            step.amount = (limit(story, matter::LimitStage::kHandle)->amount + 1) / 2;
            break;
        case Action::kAskSuspension:
        case Action::kSuspend:
            step.days = kSuspendedDays;
            break;
        case Action::kFollowUp:
            step.solved = verdict_of(story.solved);
            step.satisfied = verdict_of(story.satisfied);
            break;
        case Action::kMerge:
            step.other = survivor(live);
            break;
        case Action::kWhistle:
            step.summoned = {founded_.offices[static_cast<std::size_t>(other_office(live))]};
            step.meets_at = theatre_.calendar->next_opening(theatre_.clock.now() + 20h);
            step.meeting_place = story.spot.address;
            break;
        default:
            break;
    }
}

/// The unit that the catalogue names; another one once, when the case is going to come back.
void Player::fill_dispatch(Live& live, cases::StepInput& step) {
    const bool wrong = live.standing.rounds.returns < live.script.story().returns;
    const int office = wrong ? other_office(live) : named_office(live);
    live.office = office;
    step.unit = founded_.offices[static_cast<std::size_t>(office)];
}

std::vector<Id<File>> Player::picture(const Live& live, const access::Principal& who) {
    const auto& kept = theatre_.pictures[static_cast<std::size_t>(live.step_no + live.office) %
                                         theatre_.pictures.size()];
    const auto id = ids_.make<File>(theatre_.clock.now());
    theatre_.stage.put_down(who, id, "处置后现场（示意图）.jpg", kept);
    return {id};
}

const Matter& Player::matter_of(const Story& story) const {
    return *matters_[static_cast<std::size_t>(story.scene)];
}

int Player::village_of(const Story& story) const {
    return world_.grids[static_cast<std::size_t>(story.spot.grid)].village;
}

int Player::office_of(Id<Unit> unit) const {
    const auto found = std::find(founded_.offices.begin(), founded_.offices.end(), unit);
    return static_cast<int>(found - founded_.offices.begin());
}

/// By the catalogue on the level of the desk; in a village the committee does it itself.
int Player::named_office(const Live& live) const {
    const std::string& path = founded_.path(live.desk);
    if (live.desk.level == Where::Level::kVillage)
        return office_of(theatre_.units->centre_of(path)->id);
    const auto level =
        live.desk.level == Where::Level::kTown ? grid::Level::kTown : grid::Level::kCounty;
    const auto names = matter_of(live.script.story()).leads(level);
    return office_of(theatre_.units->by_name(names.front(), path)->id);
}

/// Somebody else on the same level: a co-handler of the matter, or whoever comes to mind.
int Player::other_office(Live& live) const {
    const int named = named_office(live);
    std::vector<int> others;
    for (std::size_t i = 0; i < world_.offices.size(); ++i) {
        const Office& office = world_.offices[i];
        const bool town = live.desk.level == Where::Level::kTown;
        const bool beside = town ? office.where == live.desk && office.kind == OfficeKind::kStation
                                 : office.kind == OfficeKind::kDepartment;
        const int index = static_cast<int>(i);
        if (beside && index != named && index != live.office) others.push_back(index);
    }
    return live.script.random().pick(others);
}

/// The latest open case of the same scene in the same village with a step in the last ten days.
std::optional<Id<Case>> Player::survivor(const Live& live) const {
    const Story& mine = *live.story;
    const auto alike = alike_.find({mine.scene, village_of(mine)});
    if (alike == alike_.end()) return std::nullopt;
    for (auto index = alike->second.rbegin(); index != alike->second.rend(); ++index) {
        const Live& other = lives_.at(*index);
        if (other.id == live.id || other.since + 240h < live.since) continue;
        const bool seen =
            other.desk.level == live.desk.level || live.desk.level == Where::Level::kCounty;
        if (seen && cases::is_open(other.standing.state)) return other.id;
    }
    return std::nullopt;
}

}  // namespace jingwei::demo
