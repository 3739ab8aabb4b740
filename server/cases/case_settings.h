#pragma once

#include <boost/describe.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/loop_numbers.h"
#include "core/clock.h"
#include "core/text_type.h"
#include "db/pool.h"
#include "grid/snapshots.h"

namespace jingwei::http {
class Routes;
}

namespace jingwei::cases {

/// The numbers of the loop as a county may set them, each within what the loop allows: a resident
/// may always have a case reopened, an extension is asked for once at most, self-closed cases are
/// always sampled. Days are natural days where they end by themselves (archive, suspension) and
/// working days where somebody is late (plates).
struct CaseNumbersBody {
    Whole<1, 5> returns = kShippedBounds.returns;  ///< then the centre designates
    Whole<1, 10> reworks = kShippedBounds.reworks;
    Whole<1, 5> reopens = kShippedBounds.reopens;
    Whole<0, 1> extensions = kShippedBounds.extensions;
    Whole<1, 180> most_suspended_days = 90;
    Whole<1, 100> sample_percent = 10;
    Whole<1, 90> archive_followed_up_days = 7;
    Whole<7, 365> archive_closed_days = 30;  ///< when nobody was reached
    Whole<1, 10> sign_yellow_days = 1;
    Whole<2, 20> sign_red_days = 2;  ///< after sign_yellow_days
    Whole<1, 30> answer_yellow_days = 5;
    Whole<2, 60> answer_red_days = 10;  ///< after answer_yellow_days
    Whole<1, 10> reply_days = 2;        ///< to answer a plate that a timer raised
};
BOOST_DESCRIBE_STRUCT(CaseNumbersBody, (),
                      (returns, reworks, reopens, extensions, most_suspended_days, sample_percent,
                       archive_followed_up_days, archive_closed_days, sign_yellow_days,
                       sign_red_days, answer_yellow_days, answer_red_days, reply_days))

/// PUT /cases/settings. For cases reported from then on.
struct SetCaseNumbers : CaseNumbersBody {
    Whole<0, 1'000'000> seen_version;  ///< the version that the editor saw
};
BOOST_DESCRIBE_STRUCT(SetCaseNumbers, (CaseNumbersBody), (seen_version))

struct CaseNumbersView : CaseNumbersBody {
    std::int32_t version = 0;        ///< 0: as shipped
    std::optional<Time> valid_from;  ///< nothing: as shipped
    std::optional<Id<Account>> set_by;
};
BOOST_DESCRIBE_STRUCT(CaseNumbersView, (CaseNumbersBody), (version, valid_from, set_by))

/// GET /cases/settings, newest first; what ships is the last. A case goes by the first whose
/// valid_from is not after the moment at which it was reported.
struct CaseNumbersList {
    std::vector<CaseNumbersView> items;
};
BOOST_DESCRIBE_STRUCT(CaseNumbersList, (), (items))

/// The front door to the numbers of each county. Kept in memory like the territory
/// (grid/snapshots.h), so that a step costs no further round trip. Thread-safe.
class CaseSettings {
public:
    static constexpr std::int32_t kMostVersions = 1'000;  ///< read; older ones stay in the table

    /// Registers the refusals of its constraints with `pool`.
    CaseSettings(db::Pool& pool, const Clock& clock,
                 std::chrono::milliseconds trust = grid::kSnapshotTrust);

    std::shared_ptr<const LoopHistory> of(std::string_view county);

    /// A new version from now on, audited; numbers equal to those in force make none. Refuses
    /// case_numbers_order (red not after yellow, by field), case_numbers_changed_meanwhile, and
    /// outside_your_scope below the county.
    Result<CaseNumbersView> set(const db::Scope& scope, const SetCaseNumbers& wanted);

    /// GET, PUT /api/v1/cases/settings
    void add_routes(http::Routes& routes);

private:
    std::shared_ptr<const LoopHistory> read(std::string_view county);

    db::Pool& pool_;
    const Clock& clock_;
    grid::Snapshots<LoopHistory> histories_;
};

/// As the loop takes them; what is not configurable is as shipped. Pure.
LoopNumbers loop_numbers_of(const CaseNumbersBody& wanted);

/// Red comes after yellow; what a single number may be, its type says. Pure.
Result<void> check_numbers(const CaseNumbersBody& wanted);

}  // namespace jingwei::cases
