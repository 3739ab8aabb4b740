#pragma once

#include <set>
#include <string>

#include "cases/cases.h"
#include "core/clock.h"
#include "demo/stage.h"
#include "files/files.h"

namespace jingwei::demo {

/// The stage on which every turn is a transaction of the services, as over HTTP: with every right
/// and every audit entry, and slow. What the stage in memory is compared with.
class ServiceStage final : public Stage {
public:
    /// Borrows; `clock` is the one that `cases` was built with.
    ServiceStage(db::Pool& pool, const Clock& clock, cases::Cases& cases, std::string county)
        : pool_(pool), clock_(clock), cases_(cases), county_(std::move(county)) {}

    Result<cases::StepReceipt> report(const access::Principal& who,
                                      const cases::ReportCase& body) override {
        return cases_.report(who, body);
    }

    /// Reporters of merged cases are told at once, as the job does a moment later.
    Result<cases::StepReceipt> act(const access::Principal& who, Id<Case> id,
                                   const cases::StepInput& input) override {
        auto receipt = cases_.act(who, id, input);
        if (receipt && receipt->state == cases::State::kClosed) cases_.answer_merged(county_, id);
        return receipt;
    }

    void run_timers() override {
        while (cases_.run_timers(county_) > 0)
            continue;
    }

    cases::Sample sample(const access::Principal& who, Id<Case> id) override {
        const auto view = cases_.view(who, id, Language::kChinese);
        return view ? view->sample : cases::Sample::kNone;
    }

    void put_down(const access::Principal& who, Id<File> id, std::string_view name,
                  const files::KeptFile& kept) override {
        db::Transaction transaction{pool_, who.scope()};
        files::put_down(transaction, who.scope(), id, name, kept, clock_.now());
        transaction.commit();
    }

private:
    db::Pool& pool_;
    const Clock& clock_;
    cases::Cases& cases_;
    std::string county_;
};

}  // namespace jingwei::demo
