#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <queue>
#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/work_calendar.h"
#include "cases/standing.h"
#include "demo/company.h"
#include "demo/founding.h"
#include "demo/ids.h"
#include "demo/script.h"
#include "demo/stage.h"
#include "files/vault.h"
#include "matter/catalogue.h"

namespace jingwei::demo {

/// What happened while the stories were played.
struct Played {
    int cases = 0;
    int steps = 0;
    std::map<std::string, int> refused;  ///< by "action: code"
};

/// What the stories are played on. Borrows.
struct Theatre {
    ManualClock& clock;  ///< of the stage
    Stage& stage;
    std::shared_ptr<const calendar::WorkCalendar> calendar;
    std::shared_ptr<const matter::Catalogue> catalogue;
    std::shared_ptr<const grid::Units> units;
    std::vector<files::KeptFile> pictures;
};

/// Plays all stories at once, every turn at its own moment, on a stage that knows the rules:
/// nothing happens that they would not have let in. Holds the cases with a turn to come, not those
/// that are over. Moves the clock forward only.
class Player {
public:
    Player(const World& world, const Founded& founded, const Company& company, Theatre theatre,
           Ids& ids);

    /// Until the stories are over or the clock shows `until`. `told` hears of every day that is
    /// over.
    Played play(Teller& teller, Time until, const std::function<void(Time)>& told);

private:
    /// One case on the stage.
    struct Live {
        std::unique_ptr<const Story> story;  ///< the script points to it
        Script script;
        Id<Case> id;
        cases::Standing standing{};
        Where desk{};
        int step_no = 0;
        int office = -1;  ///< that has it
        int co_office = -1;
        Time since{};  ///< of the last step
        Time dispatched{};
        Time handle_due{};
        std::optional<Turn> next{};
        int stumbles = 0;  ///< refusals in a row
    };
    struct Cue {
        Time at;
        std::uint64_t order = 0;
        int live = 0;  ///< index; -1: the timers
        bool operator>(const Cue& other) const {
            return std::tie(at, order) > std::tie(other.at, other.order);
        }
    };

    /// The next story that is told, null when there is none.
    const Story* coming(Teller& teller);
    void open(Story story);
    void turn(int index);
    void plan(int index);
    void leave(int index);
    void run_timers(Time at, Time until);
    void cue(Time at, int index);

    const access::Principal& actor(const Live& live, Part by) const;
    const access::Principal& reporter(const Story& story) const;
    cases::StepInput input(Live& live, const Turn& turn);
    void fill_dispatch(Live& live, cases::StepInput& input);
    void fill(Live& live, cases::StepInput& input);
    std::vector<Id<File>> picture(const Live& live, const access::Principal& who);
    void note(Live& live, cases::Action action, const cases::StepReceipt& receipt);
    /// A timer was faster: takes over what it did.
    bool catch_up(Live& live, const Refusal& refusal);
    void stumble(int index, cases::Action action, const Refusal& refusal);

    Time when(Live& live, const Turn& turn) const;
    Time after_share(const Live& live, Time from, matter::LimitStage stage, double share) const;
    Time at_handling(const Live& live) const;
    const Matter& matter_of(const Story& story) const;
    int village_of(const Story& story) const;
    std::optional<calendar::Limit> limit(const Story& story, matter::LimitStage stage) const;
    int office_of(Id<Unit> unit) const;
    int named_office(const Live& live) const;
    int other_office(Live& live) const;
    std::optional<Id<Case>> survivor(const Live& live) const;

    const World& world_;
    const Founded& founded_;
    const Company& company_;
    Theatre theatre_;
    Ids& ids_;
    std::vector<const Matter*> matters_;  ///< by scene
    std::unordered_map<int, Live> lives_;
    int opened_ = 0;
    /// Those in lives_, oldest first, by scene and village.
    std::map<std::pair<int, int>, std::vector<int>> alike_;
    std::deque<Story> today_;
    std::priority_queue<Cue, std::vector<Cue>, std::greater<>> cues_;
    std::uint64_t order_ = 0;
    Played played_;
};

}  // namespace jingwei::demo
