#pragma once

#include <optional>
#include <string>
#include <vector>

#include "staff/roster.h"

namespace jingwei::staff {

/// Somebody to be on the roster. The same id again gets the same answer, here and below.
struct NewMember {
    Id<Member> id;
    Id<grid::Node> node;  ///< whose office keeps the record
    std::string name;
    std::string duty_phone;
    std::optional<Id<Account>> account;
};

/// What is absent stays as it is.
struct MemberChange {
    std::optional<std::string> name;
    std::optional<std::string> duty_phone;
    std::optional<Id<Account>> account;
    bool no_account = false;
};

struct NewPost {
    Id<Post> id;
    Id<grid::Node> node;
    PostKind kind = PostKind::kWorker;
    std::string title;
    std::string duties;
    std::optional<Time> valid_from;  ///< now when absent; may be in the future
};

/// What is absent stays as it is.
struct PostChange {
    std::optional<std::string> title;
    std::optional<std::string> duties;
};

struct NewHolding {
    Id<Holding> id;
    Id<Post> post;
    Id<Member> member;
    Side side = Side::kA;
    std::optional<Time> valid_from;  ///< now when absent; may be in the future
    std::optional<Time> valid_to;
};

/// Somebody's own absence.
struct NewOwnAway {
    Id<Away> id;
    std::optional<Id<Holding>> holding;  ///< nothing: in all that the account holds
    std::optional<Time> away_from;       ///< now when absent or earlier today; no other past
    std::optional<Time> away_to;
};

/// An absence as it was entered, and who answers meanwhile.
struct OwnAway {
    Away away;
    Id<Holding> holding;
    std::vector<std::string> stand_ins;  ///< when it begins; nobody: the post stands empty
};

struct NewAway {
    Id<Away> id;
    Id<Holding> holding;
    Time away_from;
    std::optional<Time> away_to;
};

}  // namespace jingwei::staff
