#pragma once

#include "cases/past_cases.h"
#include "core/clock.h"
#include "demo/stage.h"
#include "files/files.h"

namespace jingwei::demo {

/// The stage on which nothing is written until a case is over. Borrows.
class MemoryStage final : public Stage {
public:
    MemoryStage(cases::PastCases& cases, files::FileLines& files, const Clock& clock)
        : cases_(cases), files_(files), clock_(clock) {}

    Result<cases::StepReceipt> report(const access::Principal& who,
                                      const cases::ReportCase& body) override {
        return cases_.report(who, body, clock_.now());
    }

    Result<cases::StepReceipt> act(const access::Principal& who, Id<Case> id,
                                   const cases::StepInput& input) override {
        return cases_.act(who, id, input, clock_.now());
    }

    void run_timers() override { cases_.run_timers(clock_.now()); }

    cases::Sample sample(const access::Principal&, Id<Case> id) override {
        const auto standing = cases_.standing(id);
        return standing ? standing->sample : cases::Sample::kNone;
    }

    void put_down(const access::Principal& who, Id<File> id, std::string_view name,
                  const files::KeptFile& kept) override {
        files_.add(who.county(), who.account(), id, name, kept, clock_.now());
    }

private:
    cases::PastCases& cases_;
    files::FileLines& files_;
    const Clock& clock_;
};

}  // namespace jingwei::demo
