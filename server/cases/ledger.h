#pragma once

#include <optional>
#include <string>

#include "cases/case_record.h"

namespace jingwei::cases {

/// What the lists ask of the units that help, as the case stands after a step.
struct HelpersStand {
    std::optional<Time> sort_at;  ///< of the case while it is open
    bool tasks_may_be_done = false;
    bool session_called = false;
};

/// Where a step writes what hangs on its case: helpers, sessions, plates, the case that another
/// lives on in. The database (ledger_store.h), or the memory of PastCases. The case itself and its
/// steps are written by whoever takes the step. Throws as the database does; refuses nothing.
class Ledger {
public:
    virtual ~Ledger() = default;

    /// Another case, held until this step is written. Nothing: not there, or not for this actor.
    virtual std::optional<CaseRecord> hold(const std::string& county, Id<Case> id) = 0;
    /// By that step of its, the report `of` lives on in `survivor` (1), or does so no more (-1).
    virtual void note_merge(const CaseRecord& of, const CaseRecord& survivor, Id<Step> step,
                            std::int32_t by) = 0;

    virtual void ask_co_unit(const CaseRecord& of, Id<Unit> unit) = 0;
    virtual void call_co_unit(const CaseRecord& of, Id<Unit> unit) = 0;
    virtual void attend_co_unit(const CaseRecord& of, Id<Unit> unit) = 0;
    virtual void finish_co_unit(const CaseRecord& of, Id<Unit> unit, Time at) = 0;
    virtual void stand_helpers(const CaseRecord& of, const HelpersStand& stand) = 0;

    /// Nobody is called to what comes next.
    virtual void begin_session(const CaseRecord& of) = 0;
    virtual void add_session(const CaseRecord& of, const SessionRow& session) = 0;
    virtual void conclude_session(const CaseRecord& of, const std::string& decision, Time at) = 0;

    virtual void raise_plate(const CaseRecord& of, const PlateRow& plate) = 0;
    virtual void reply_plates(const CaseRecord& of, const std::string& reply, Time at) = 0;
    virtual void lift_plates(const CaseRecord& of, Time at) = 0;
};

}  // namespace jingwei::cases
