#pragma once

#include <string_view>

#include "access/principal.h"
#include "cases/case_actions.h"
#include "cases/case_views.h"
#include "cases/step_input.h"
#include "files/vault.h"

namespace jingwei::demo {

/// What the stories are played on: the services (service_stage.h), or the loop in memory
/// (memory_stage.h). Both must end with the same rows; a test says so.
class Stage {
public:
    virtual ~Stage() = default;

    virtual Result<cases::StepReceipt> report(const access::Principal& who,
                                              const cases::ReportCase& body) = 0;
    virtual Result<cases::StepReceipt> act(const access::Principal& who, Id<Case> id,
                                           const cases::StepInput& input) = 0;
    /// All that is due by itself now.
    virtual void run_timers() = 0;
    /// Whether a case that its worker closed was drawn for checking.
    virtual cases::Sample sample(const access::Principal& who, Id<Case> id) = 0;
    /// `who` has uploaded that picture.
    virtual void put_down(const access::Principal& who, Id<File> id, std::string_view name,
                          const files::KeptFile& kept) = 0;
};

}  // namespace jingwei::demo
