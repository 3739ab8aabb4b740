#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/logins.h"
#include "core/messages.h"
#include "grid/import.h"
#include "grid/territory.h"
#include "staff/roster.h"

namespace jingwei::staff {

/// What an import of posts and their holders would do. One row is one post, or one person in one
/// post as A or B; posts, people and holdings that the file does not name stay as they are.
///
/// A post is known by node, kind and title, and where there are several of them by who holds it; a
/// person by name and duty phone, or as the present holder of that name. A row with another person
/// than the present holder ends that holding where the new one begins.
struct RosterPlan {
    struct End {
        Id<Holding> holding;
        Time at;
    };
    std::vector<Member> members;  ///< to be created
    std::vector<Post> posts;
    std::vector<Holding> holdings;
    std::vector<Member> changed_members;
    std::vector<Post> changed_posts;
    std::vector<End> ends;       ///< come before the holdings
    std::int64_t unchanged = 0;  ///< rows that say what is
    std::vector<grid::ImportFault> faults;

    std::size_t created() const { return members.size() + posts.size() + holdings.size(); }
    std::size_t changed() const {
        return changed_members.size() + changed_posts.size() + ends.size();
    }
};

/// Columns node (code) and post (its kind); any of title, side, name, phone, login, duties, from,
/// to (days). A login ties the person to that account, one of `logins`; an empty cell leaves him as
/// he is. Every fault of every row, by line and column; `scope` says where the importer may.
Result<RosterPlan> plan_roster(std::string_view csv, const grid::Territory& territory,
                               const Roster& roster, const access::Logins& logins,
                               const db::Scope& scope, Time now);

/// Open posts and who holds or will hold them, to be read back by plan_roster(). An account that is
/// not one of `logins` is left out.
std::string export_roster(const grid::Territory& territory, const Roster& roster,
                          const access::Logins& logins, Language language, Time now);

}  // namespace jingwei::staff
