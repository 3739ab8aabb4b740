#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/limit.h"
#include "core/clock.h"
#include "core/id.h"
#include "core/text_type.h"
#include "grid/node.h"

namespace jingwei {
namespace matter {

/// Does the community carry the work, or only help those whose work it is?
enum class Bearing {
    kBears,    ///< 承担
    kAssists,  ///< 协助
};
BOOST_DESCRIBE_ENUM(Bearing, kBears, kAssists)

/// Who pays for the work that a grid does for it.
enum class Funding {
    kTownBudget,      ///< 镇街经费
    kDepartment,      ///< 部门经费
    kFeeFollowsWork,  ///< 费随事转: the department pays the community for each piece of work
};
BOOST_DESCRIBE_ENUM(Funding, kTownBudget, kDepartment, kFeeFollowsWork)

/// How much harm waits behind a matter; orders lists and chooses the default urgency of a case.
enum class Severity { kMinor, kOrdinary, kSerious, kGrave };
BOOST_DESCRIBE_ENUM(Severity, kMinor, kOrdinary, kSerious, kGrave)

/// What a handling unit must attach when it says "handled". Never asked of a grid worker.
enum class Evidence { kNone, kPhoto, kDocument };
BOOST_DESCRIBE_ENUM(Evidence, kNone, kPhoto, kDocument)

/// What a limit is for. Arrival differs by place: ten minutes in town, half an hour in the country.
enum class LimitStage {
    kScreen,
    kSign,
    kHandle,
    kVerify,
    kAnswer,
    kArrivalTown,
    kArrivalCountry,
};
BOOST_DESCRIBE_ENUM(LimitStage, kScreen, kSign, kHandle, kVerify, kAnswer, kArrivalTown,
                    kArrivalCountry)

/// One limit of a matter; with `unit`, only for the unit of that name.
struct StageLimit {
    LimitStage stage = LimitStage::kHandle;
    std::optional<std::string> unit{};
    calendar::Limit limit{};

    friend bool operator==(const StageLimit&, const StageLimit&) = default;
};

/// A unit that answers for a matter on one level, by the name of its role ("综合行政执法队"): which
/// office that is at a place is for grid::Units::by_name(unit, path) to say.
struct Responsible {
    grid::Level level = grid::Level::kTown;
    std::string unit;
    bool lead = true;  ///< 主办; otherwise 协办

    friend bool operator==(const Responsible&, const Responsible&) = default;
};

}  // namespace matter

/// One kind of thing that may be raised in a grid, as it is from `valid_from` until `valid_to`. Its
/// id and code stay the same over its versions. In this namespace because Id<Matter> is named
/// everywhere; everybody writes matter::Matter.
struct Matter {
    Id<Matter> id;
    std::int32_t version = 1;
    std::string code;  ///< of the catalogue, unique in the county; digits, letters, '.', '-', '_'
    std::string class_code;
    std::string subclass_code;
    std::string name_zh;
    std::string name_en;      ///< may be empty in a county's own catalogue
    std::string guidance_zh;  ///< what belongs here and what does not; may be empty
    std::string guidance_en;
    matter::Bearing bearing = matter::Bearing::kAssists;
    matter::Funding funding = matter::Funding::kTownBudget;
    matter::Severity severity = matter::Severity::kOrdinary;
    matter::Evidence evidence = matter::Evidence::kNone;
    bool grid_may_close = false;  ///< 自办自结 is open to it
    bool is_public = true;        ///< may be counted in public figures and shown without names
    bool emergency = false;       ///< at once, with its own alarm
    std::vector<std::string> keywords;
    std::vector<matter::Responsible> responsible;
    std::vector<matter::StageLimit> limits;  ///< never more than one for a stage and unit
    std::optional<Json>
        form;  ///< JSON Schema of what else is asked; nothing: description and place
    Time valid_from;
    std::optional<Time> valid_to;  ///< open: not in force at that moment any more

    bool in_force(Time at) const { return valid_from <= at && (!valid_to || at < *valid_to); }

    /// The limit of a stage: for the unit of that name where there is one, else for any unit;
    /// nothing when the stage has none (Catalogue::limit falls back to the county's defaults).
    std::optional<calendar::Limit> limit(matter::LimitStage stage,
                                         std::string_view unit = {}) const;

    /// Names of the lead units on `level`, in order; usually one.
    std::vector<std::string_view> leads(grid::Level level) const;
    /// Names of the co-handlers on `level`.
    std::vector<std::string_view> co_handlers(grid::Level level) const;
};

namespace matter {
using jingwei::Matter;
}
}  // namespace jingwei
