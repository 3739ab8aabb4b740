#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/clock.h"

/// data/demo/mix.json and scenes.json, built in; data/demo/README.md says what the figures mean.
namespace jingwei::demo {

using Shares = std::map<std::string, double>;

struct SubtypeShare {
    std::string name;
    double share = 0;
};
BOOST_DESCRIBE_STRUCT(SubtypeShare, (), (name, share))

struct ClassMix {
    std::string name;
    double share = 0;
    double overdue = 0;
    Shares channels;
    Shares kinds;
    std::vector<SubtypeShare> subtypes;
};
BOOST_DESCRIBE_STRUCT(ClassMix, (), (name, share, overdue, channels, kinds, subtypes))

struct MonthMix {
    std::int32_t month = 1;
    double share = 0;
    std::int32_t days = 0;
};
BOOST_DESCRIBE_STRUCT(MonthMix, (), (month, share, days))

struct RankShape {
    std::int32_t count = 0;
    double zipf_exponent = 0;
    std::vector<double> shares;
    double rest = 0;
};
BOOST_DESCRIBE_STRUCT(RankShape, (), (count, zipf_exponent, shares, rest))

struct Mix {
    std::string about;
    std::int32_t rows = 0;
    std::string from, to;
    std::int32_t days = 0;
    double overdue = 0;
    Shares overdue_by_channel, overdue_by_kind, overdue_of_units;
    Shares channels, kinds;
    std::vector<ClassMix> classes;
    std::int32_t classes_below_floor = 0;
    std::vector<double> weekday_level;  ///< Monday first; mean 1
    std::vector<double> hours_workday, hours_weekend;
    std::vector<MonthMix> months;
    RankShape units, communities;
    double alike_within_three_days = 0;
};
BOOST_DESCRIBE_STRUCT(Mix, (),
                      (about, rows, from, to, days, overdue, overdue_by_channel, overdue_by_kind,
                       overdue_of_units, channels, kinds, classes, classes_below_floor,
                       weekday_level, hours_workday, hours_weekend, months, units, communities,
                       alike_within_three_days))

/// Where a scene plays; which places of a grid those are, the gazetteer knows.
enum class Setting {
    kStreet,
    kLane,
    kHome,
    kPark,
    kRiver,
    kMarket,
    kSchool,
    kFactory,
    kSite,
    kHamlet,
    kField,
    kAny,
};
BOOST_DESCRIBE_ENUM(Setting, kStreet, kLane, kHome, kPark, kRiver, kMarket, kSchool, kFactory,
                    kSite, kHamlet, kField, kAny)

/// One kind of thing that happens, with what people say about it.
struct Scene {
    std::string id;
    std::string matter;                 ///< its code in the default catalogue
    std::string of_class;               ///< of mix.json; "grid": what only grid workers report
    std::vector<std::string> subtypes;  ///< of mix.json that it stands for
    Setting where = Setting::kAny;
    std::vector<double> seasons;  ///< January first, in percent; empty: alike all year
    std::vector<std::string> texts;
    std::vector<std::string> handled;
    double self_closed = 0;  ///< how many of them a grid worker settles alone

    double season(int month) const;  ///< 1 on average; month 1 to 12
};

const Mix& shipped_mix();
const std::vector<Scene>& shipped_scenes();

}  // namespace jingwei::demo
