#pragma once

#include "cases/ledger.h"

namespace jingwei::cases {

/// The ledger of a step that should write nothing but its case: notes when that is not so.
class PlainLedger final : public Ledger {
public:
    /// Was anything asked of it? Then what it was told is lost, and the step is taken with a
    /// StoredLedger.
    bool is_touched() const { return touched_; }

    std::optional<CaseRecord> hold(const std::string&, Id<Case>) override {
        touched_ = true;
        return std::nullopt;
    }
    void note_merge(const CaseRecord&, const CaseRecord&, Id<Step>, std::int32_t) override {
        touched_ = true;
    }
    void ask_co_unit(const CaseRecord&, Id<Unit>) override { touched_ = true; }
    void call_co_unit(const CaseRecord&, Id<Unit>) override { touched_ = true; }
    void attend_co_unit(const CaseRecord&, Id<Unit>) override { touched_ = true; }
    void finish_co_unit(const CaseRecord&, Id<Unit>, Time) override { touched_ = true; }
    void stand_helpers(const CaseRecord&, const HelpersStand&) override { touched_ = true; }
    void begin_session(const CaseRecord&) override { touched_ = true; }
    void add_session(const CaseRecord&, const SessionRow&) override { touched_ = true; }
    void conclude_session(const CaseRecord&, const std::string&, Time) override { touched_ = true; }
    void raise_plate(const CaseRecord&, const PlateRow&) override { touched_ = true; }
    void reply_plates(const CaseRecord&, const std::string&, Time) override { touched_ = true; }
    void lift_plates(const CaseRecord&, Time) override { touched_ = true; }

private:
    bool touched_ = false;
};

}  // namespace jingwei::cases
