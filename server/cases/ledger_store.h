#pragma once

#include "cases/ledger.h"
#include "db/transaction.h"

namespace jingwei::cases {

/// The ledger in the database. Borrows the transaction; all but hold() is queued.
class StoredLedger final : public Ledger {
public:
    explicit StoredLedger(db::Transaction& tx) : tx_(tx) {}

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
    db::Transaction& tx_;
};

}  // namespace jingwei::cases
