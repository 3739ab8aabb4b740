#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "demo/countryside.h"
#include "demo/settlement.h"
#include "demo/streets.h"

namespace jingwei::demo {

/// A place in the tree of the territory, by index into the lists of the World.
struct Where {
    enum class Level { kCounty, kTown, kVillage, kGrid } level = Level::kCounty;
    int index = 0;

    friend auto operator<=>(const Where&, const Where&) = default;
};

struct Town {
    std::string name;
    std::string code;  ///< three digits
    std::vector<int> villages;
    Ring border;
};

struct Village {
    std::string name;
    std::string code;  ///< three digits
    int town = 0;
    std::vector<int> grids;
    Ring border;
};

struct GridArea {
    std::string name;  ///< "第三网格", "锦绣产业园专属网格"
    int village = 0;
    int number = 1;  ///< within the village, from the north-west
    bool dedicated = false;
    int households = 0;
    Ring border;
    std::vector<int> blocks;
};

enum class OfficeKind { kCentre, kDepartment, kStation, kCommittee };

struct Office {
    std::string name;
    std::string short_name;  ///< what the catalogue calls it
    OfficeKind kind = OfficeKind::kDepartment;
    Where where;
    std::string phone;
    std::string duties;
};

struct Person {
    std::string name;
    std::string phone;
    std::string login;  ///< empty: does not sign in
};

enum class Duty { kLead, kWorker, kAssistant, kInstructor, kMicroWorker, kCommander, kSecretary };

struct PostPlan {
    Duty duty = Duty::kWorker;
    Where where;
    int a = 0;  ///< index into people
    std::optional<int> b;
};

/// What a person may do, beyond what a post brings: the roles of access by name.
struct RolePlan {
    int person = 0;
    std::string role;
    std::optional<Where> where;  ///< exactly one of
    std::optional<int> office;   ///< the two
};

/// The demo county: who and what there is, without anything happening. Pure: the same seed makes
/// the same county. Everyone and every place is fictional.
struct World {
    std::uint64_t seed = 0;
    StreetMap map;
    Settlement town_map;
    Ring border;
    std::vector<Town> towns;
    std::vector<Village> villages;
    std::vector<GridArea> grids;
    std::vector<Office> offices;
    std::vector<Person> people;
    std::vector<PostPlan> posts;
    std::vector<RolePlan> roles;
};

/// How large: the seat with its three towns and about sixty grids, or the same seat with fifteen
/// towns around it, kCountyGrids in all.
enum class Scale { kTown, kCounty };
constexpr int kCountyGrids = 1'358;

World make_world(std::uint64_t seed, Scale scale = Scale::kTown);

/// Fills offices, people, posts and roles of a world that has its territory.
void staff_world(World& world);

}  // namespace jingwei::demo
