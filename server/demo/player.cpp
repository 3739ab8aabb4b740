#include "demo/player.h"

#include <algorithm>
#include <iterator>

#include "cases/loop.h"
#include "core/enum_name.h"
#include "demo/projection.h"

namespace jingwei::demo {

using namespace std::chrono_literals;
using cases::Action;
using cases::State;

namespace {

constexpr int kMostStumbles = 4;  // then nobody goes on with the case

cases::Channel channel_of(Way way) {
    switch (way) {
        case Way::kWorker:
            return cases::Channel::kWorker;
        case Way::kPatrol:
            return cases::Channel::kPatrol;
        case Way::kDepartment:
            return cases::Channel::kDepartment;
        case Way::kPolice:
            return cases::Channel::kPolice;
        case Way::kHotline:
            return cases::Channel::kHotline;
        default:
            return cases::Channel::kResident;
    }
}

}  // namespace

Player::Player(const World& world, const Founded& founded, const Company& company, Theatre theatre,
               Ids& ids)
    : world_(world), founded_(founded), company_(company), theatre_(std::move(theatre)), ids_(ids) {
    for (const Scene& scene : shipped_scenes())
        matters_.push_back(theatre_.catalogue->by_code(scene.matter, theatre_.clock.now()));
}

Played Player::play(Teller& teller, Time until, const std::function<void(Time)>& told) {
    Day day = china_day(theatre_.clock.now());
    if (const Story* first = coming(teller)) cue(first->at, -1);
    while (coming(teller) != nullptr || !cues_.empty()) {
        const Story* next = coming(teller);
        const bool opens = next != nullptr && (cues_.empty() || next->at <= cues_.top().at);
        const Time at = opens ? next->at : cues_.top().at;
        if (at >= until) break;
        theatre_.clock.set(std::max(at, theatre_.clock.now()));
        if (opens) {
            Story story = std::move(today_.front());
            today_.pop_front();
            open(std::move(story));
        } else {
            const int index = cues_.top().live;
            cues_.pop();
            index < 0 ? run_timers(at, until) : turn(index);
        }
        if (china_day(at) == day) continue;
        day = china_day(at);
        told(at);
    }
    return played_;
}

const Story* Player::coming(Teller& teller) {
    while (today_.empty()) {
        auto day = teller.next_day();
        if (!day) return nullptr;
        today_.assign(std::make_move_iterator(day->begin()), std::make_move_iterator(day->end()));
    }
    return &today_.front();
}

void Player::cue(Time at, int index) { cues_.push({at, order_++, index}); }

/// Three times a working day is as good as every minute: plates count in days.
void Player::run_timers(Time at, Time until) {
    theatre_.stage.run_timers();
    const Time next = theatre_.calendar->next_opening(at + 4h);
    if (next < until) cue(next, -1);
}

// ── reporting ────────────────────────────────────────────────────────────────────────────────

const access::Principal& Player::reporter(const Story& story) const {
    return is_public(story.way) || is_taken_in_by_county(story.way)
               ? company_.hotline(story.scene)
               : company_.worker(story.spot.grid);
}

void Player::open(Story story) {
    const Time now = theatre_.clock.now();
    const Position at = position_of(story.spot.at);
    cases::ReportCase body;
    body.id = ids_.make<Case>(now);
    body.step_id = ids_.make<Step>(now);
    body.channel = channel_of(story.way);
    body.matter = matter_of(story).id;
    body.description = story.description;
    body.point = jingwei::Point{at.lon, at.lat};
    body.path = founded_.grid_paths[static_cast<std::size_t>(story.spot.grid)];
    body.address = story.spot.address;
    if (!story.reporter.empty()) {
        cases::ReporterBody who;
        who.name = story.reporter;
        who.phone = story.phone;
        body.reporter = std::move(who);
    }
    const auto receipt = theatre_.stage.report(reporter(story), body);
    if (!receipt) {
        ++played_.refused["report: " + receipt.error().code + receipt.error().field];
        return;
    }
    ++played_.cases;
    const auto& grid = world_.grids[static_cast<std::size_t>(story.spot.grid)];
    const Where desk = is_taken_in_by_county(story.way)
                           ? Where{Where::Level::kCounty, 0}
                           : Where{Where::Level::kVillage, grid.village};
    const int index = opened_++;
    alike_[{story.scene, village_of(story)}].push_back(index);
    auto kept = std::make_unique<const Story>(std::move(story));
    Script script{*kept, Random{world_.seed ^ ids_.uuid(now).bytes()[15], receipt->code}};
    lives_.emplace(index, Live{.story = std::move(kept),
                               .script = script,
                               .id = body.id,
                               .desk = desk,
                               .step_no = receipt->step_no,
                               .since = now});
    ++played_.steps;
    plan(index);
}

// ── turns ────────────────────────────────────────────────────────────────────────────────────

void Player::plan(int index) {
    Live& live = lives_.at(index);
    const bool self = matter_of(live.script.story()).grid_may_close;
    live.next = live.script.next(live.standing, live.desk.level, self);
    if (live.next) return cue(when(live, *live.next), index);
    if (!cases::is_open(live.standing.state)) leave(index);
}

/// Nobody has a turn any more, and nobody merges another case into it.
void Player::leave(int index) {
    const Story& story = *lives_.at(index).story;
    auto& alike = alike_[{story.scene, village_of(story)}];
    std::erase(alike, index);
    lives_.erase(index);
}

const access::Principal& Player::actor(const Live& live, Part by) const {
    const int turn = live.script.story().spot.grid;
    switch (by) {
        case Part::kWorker:
            return company_.worker(live.script.story().spot.grid);
        case Part::kDesk:
            return company_.desk(live.desk, turn);
        case Part::kUpper: {
            if (live.desk.level != Where::Level::kVillage)
                return company_.desk({Where::Level::kCounty, 0}, turn);
            const auto& village = world_.villages[static_cast<std::size_t>(live.desk.index)];
            return company_.desk({Where::Level::kTown, village.town}, turn);
        }
        case Part::kUnit:
            return company_.handler(live.office);
        case Part::kCoUnit:
            return company_.handler(live.co_office);
        case Part::kSupervisor:
            return company_.supervisor();
    }
    return company_.supervisor();
}

void Player::turn(int index) {
    Live& live = lives_.at(index);
    const Turn turn = *live.next;
    const auto& who = actor(live, turn.by);
    if (turn.action == Action::kMerge && !survivor(live)) return plan(index);
    const cases::StepInput step = input(live, turn);
    const auto receipt = theatre_.stage.act(who, live.id, step);
    if (!receipt) return stumble(index, turn.action, receipt.error());
    ++played_.steps;
    live.stumbles = 0;
    note(live, turn.action, *receipt);
    if (turn.action == Action::kSelfClose)
        live.standing.sample = theatre_.stage.sample(who, live.id);
    plan(index);
}

bool Player::catch_up(Live& live, const Refusal& refusal) {
    if (refusal.code != "case_moved_on") return false;
    std::string action, number;
    for (const auto& [name, value] : refusal.details) {
        if (name == "action") action = value.substr(value.rfind('.') + 1);
        if (name == "step_no") number = value;
    }
    live.step_no = std::stoi(number);
    const auto done = enum_from_name<Action>(action);
    if (done)
        live.standing = cases::after_step(*done, live.standing, {.plate = cases::Plate::kYellow});
    return true;
}

void Player::stumble(int index, Action action, const Refusal& refusal) {
    Live& live = lives_.at(index);
    const bool caught_up = catch_up(live, refusal);
    if (!caught_up) ++played_.refused[enum_name(action) + ": " + refusal.code + refusal.field];
    if (++live.stumbles > kMostStumbles) return;
    if (!caught_up) return plan(index);
    live.next = live.script.next(live.standing, live.desk.level, false);
    if (live.next) return cue(theatre_.clock.now() + 10min, index);
    if (!cases::is_open(live.standing.state)) leave(index);
}

/// What the step changed, as far as the next one depends on it.
void Player::note(Live& live, Action action, const cases::StepReceipt& receipt) {
    const Story& story = live.script.story();
    live.standing = cases::after_step(action, live.standing, {});
    live.standing.state = receipt.state;
    live.step_no = receipt.step_no;
    const Time before = live.since;
    live.since = receipt.at;
    const auto handling = limit(story, matter::LimitStage::kHandle);
    switch (action) {
        case Action::kPassUp:
        case Action::kPassDown: {
            const auto& grid = world_.grids[static_cast<std::size_t>(story.spot.grid)];
            const auto& village = world_.villages[static_cast<std::size_t>(grid.village)];
            live.desk = {Where::Level::kTown, village.town};
            break;
        }
        case Action::kAssign:
        case Action::kDesignate:
        case Action::kVerifyFail:
            live.dispatched = receipt.at;
            live.handle_due = theatre_.calendar->due_after(receipt.at, *handling).due;
            break;
        case Action::kGrantExtension: {
            const calendar::Limit longer{handling->amount + (handling->amount + 1) / 2,
                                         handling->unit};
            live.handle_due = theatre_.calendar->due_after(live.dispatched, longer).due;
            break;
        }
        case Action::kResume:
            live.handle_due += receipt.at - before;
            break;
        default:
            break;
    }
}

}  // namespace jingwei::demo
