#pragma once

#include <memory>
#include <unordered_map>

#include "cases/ledger.h"
#include "cases/past_rows.h"

namespace jingwei::cases {

/// The ledger in memory, for one step of one case. What it is told comes into the case with keep().
class PastLedger final : public Ledger {
public:
    using Cases = std::unordered_map<Id<Case>, std::unique_ptr<PastCase>>;

    PastLedger(PastCase& of, Cases& all)
        : of_(of), all_(all), helpers_(of.helpers), sessions_(of.sessions), plates_(of.plates) {}

    void keep();

    std::optional<CaseRecord> hold(const std::string& county, Id<Case> id) override;
    void note_merge(const CaseRecord& of, const CaseRecord& survivor, Id<Step> step,
                    std::int32_t by) override;
    void ask_co_unit(const CaseRecord& of, Id<Unit> unit) override;
    void call_co_unit(const CaseRecord& of, Id<Unit> unit) override;
    void attend_co_unit(const CaseRecord& of, Id<Unit> unit) override;
    void finish_co_unit(const CaseRecord& of, Id<Unit> unit, Time at) override;
    void stand_helpers(const CaseRecord& of, const HelpersStand& stand) override;
    void begin_session(const CaseRecord& of) override;
    void add_session(const CaseRecord& of, const SessionRow& session) override;
    void conclude_session(const CaseRecord& of, const std::string& decision, Time at) override;
    void raise_plate(const CaseRecord& of, const PlateRow& plate) override;
    void reply_plates(const CaseRecord& of, const std::string& reply, Time at) override;
    void lift_plates(const CaseRecord& of, Time at) override;

private:
    /// Made when it is not there, as the statements do.
    PastHelper& helper(const CaseRecord& of, Id<Unit> unit);

    PastCase& of_;
    Cases& all_;
    std::vector<PastHelper> helpers_;
    std::vector<PastSession> sessions_;
    std::vector<PlateRow> plates_;
    std::optional<Id<Case>> survivor_;
    std::int32_t survivor_by_ = 0;
    CaseMergeRow merge_{};
};

}  // namespace jingwei::cases
