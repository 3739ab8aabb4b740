#pragma once

#include <optional>
#include <string_view>

#include "db/transaction.h"
#include "staff/roster.h"

/// The tables of staff: statements in, people and posts out. Private to staff.
namespace jingwei::staff::store {

std::int64_t version(db::Transaction& tx, std::string_view county);
void move_version(db::Transaction& tx, std::string_view county);
std::shared_ptr<const Roster> roster(db::Transaction& tx, std::string_view county);

std::optional<Member> find_member(db::Transaction& tx, std::string_view county, Id<Member> id);
std::optional<Post> find_post(db::Transaction& tx, std::string_view county, Id<Post> id);
/// Without its absences.
std::optional<Holding> find_holding(db::Transaction& tx, std::string_view county, Id<Holding> id);

struct AwayOfHolding {
    Away away;
    Id<Holding> holding;
    std::string path;
};
std::optional<AwayOfHolding> find_away(db::Transaction& tx, std::string_view county, Id<Away> id);

/// The inserts touch nothing and answer false when the id is there already.
bool insert_member(db::Transaction& tx, std::string_view county, const Member& member);
void save_member(db::Transaction& tx, std::string_view county, const Member& member);
bool insert_post(db::Transaction& tx, std::string_view county, const Post& post);
/// Title and duties.
void save_post(db::Transaction& tx, std::string_view county, const Post& post);
void close_posts_at(db::Transaction& tx, std::string_view county,
                    const std::vector<Id<grid::Node>>& nodes, Time at);
void close_post(db::Transaction& tx, std::string_view county, Id<Post> id, Time at);
bool insert_holding(db::Transaction& tx, std::string_view county, const Holding& holding,
                    std::string_view path);
void end_holding(db::Transaction& tx, std::string_view county, Id<Holding> id, Time at);
bool insert_away(db::Transaction& tx, std::string_view county, const AwayOfHolding& away);
void end_away(db::Transaction& tx, std::string_view county, Id<Away> id, Time at);
void delete_away(db::Transaction& tx, std::string_view county, Id<Away> id);

}  // namespace jingwei::staff::store
