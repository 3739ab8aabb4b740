#pragma once

#include "demo/demo.h"
#include "demo/stage.h"

/// The two halves of a load: the county, and what happens in it.
namespace jingwei::demo {

/// Territory, offices, people, posts and catalogue, a month before the first story; through the
/// services of their modules.
Result<Founded> found(const House& house, const World& world, const Order& order, Ids& ids);

/// What a play needs to know. Borrows; `ids` are those that the county was founded with.
struct Play {
    const House& house;
    const World& world;
    const Founded& founded;
    const Order& order;
    Ids& ids;
};

/// When the county was founded: whoever has a role has it since then.
Time founded_at(const Order& order);

/// Every turn on `stage`, whose clock is that of the house.
Played play_on(Stage& stage, const Play& play, const Progress& progress);

/// In memory, with the rows copied into the database as they come; all of them or none.
Played play_in_memory(const Play& play, const Progress& progress);

}  // namespace jingwei::demo
