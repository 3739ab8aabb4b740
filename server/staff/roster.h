#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/clock.h"
#include "core/id.h"
#include "db/scope.h"
#include "files/file_views.h"
#include "grid/node.h"

namespace jingwei::staff {

enum class PostKind {
    kLead,             ///< 网格长
    kWorker,           ///< 专职网格员
    kPartTimeWorker,   ///< 兼职网格员
    kAssistant,        ///< 网格辅助员
    kInstructor,       ///< 网格指导员, a town cadre
    kMicroWorker,      ///< 微网格员, 单元格信息员, 楼栋长
    kContact,          ///< party-group or volunteer contact of a few households
    kCommander,        ///< 总指挥
    kDeputyCommander,  ///< 指挥
    kSecretary,        ///< 书记
};
BOOST_DESCRIBE_ENUM(PostKind, kLead, kWorker, kPartTimeWorker, kAssistant, kInstructor,
                    kMicroWorker, kContact, kCommander, kDeputyCommander, kSecretary)

/// AB岗: A holds the post; B acts while A is away or the post has no A.
enum class Side { kA, kB };
BOOST_DESCRIBE_ENUM(Side, kA, kB)

/// Half open: from the first moment, up to and without the last. No end: open.
struct Span {
    Time from;
    std::optional<Time> to;

    bool holds(Time at) const { return from <= at && (!to || at < *to); }
    friend bool operator==(const Span&, const Span&) = default;
};

/// Somebody who serves in posts; never a resident of the registry.
struct Member {
    Id<Member> id;
    std::string name;
    std::string path;        ///< of the node whose office keeps the record
    std::string duty_phone;  ///< shown on the public card
    std::optional<Id<File>> photo;
    std::optional<Id<Account>> account;  ///< nothing: does not sign in
};

struct Post {
    Id<Post> id;
    Id<grid::Node> node;
    std::string path;  ///< of the node
    PostKind kind = PostKind::kWorker;
    std::string title;   ///< "第三网格 网格长"; empty: the name of the kind
    std::string duties;  ///< one line each, for the card
    Span term;           ///< while the post exists
};

struct Away {
    Id<Away> id;
    Span span;
};

struct Holding {
    Id<Holding> id;
    Id<Post> post;
    Id<Member> member;
    Side side = Side::kA;
    Span term;
    std::vector<Away> away;  ///< by start, apart
};

/// One person who answers in a post at a moment.
struct Answering {
    const Post* post;
    const Holding* holding;
    const Member* member;
    bool acting = false;  ///< B in place of A
};

/// Who acts in one post: every A in term and not away; when there is none, every B likewise; else
/// nobody. `holdings` are those of the post.
std::vector<const Holding*> who_acts(const std::vector<const Holding*>& holdings, Time at);

/// Posts, their holders and absences of one county, past ones included; immutable, in memory.
/// Pointers live as long as the Roster. Safe to read from many threads.
class Roster {
public:
    Roster(std::int64_t version, std::vector<Member> members, std::vector<Post> posts,
           std::vector<Holding> holdings);
    Roster(const Roster&) = delete;
    Roster& operator=(const Roster&) = delete;

    std::int64_t version() const { return version_; }
    const std::vector<Member>& members() const { return members_; }
    const std::vector<Post>& posts() const { return posts_; }  ///< by path, then kind
    const std::vector<Holding>& holdings() const { return holdings_; }
    const Member* member(Id<Member> id) const;
    const Post* post(Id<Post> id) const;
    std::vector<const Post*> posts_at(Id<grid::Node> node) const;  ///< by kind
    std::vector<const Holding*> holdings_of(Id<Post> post) const;  ///< A before B, then by start

    /// Who answers at `node` at that moment, by kind of post, as who_acts() says. There may be
    /// several posts of one kind.
    std::vector<Answering> answering(Id<grid::Node> node, Time at) const;
    /// The same for posts of one kind only.
    std::vector<Answering> answering(Id<grid::Node> node, PostKind kind, Time at) const;
    /// Posts in which this account answers at that moment (B counts only while acting).
    std::vector<Answering> of_account(Id<Account> account, Time at) const;
    /// Posts that this account holds at that moment as A or B, away or not.
    std::vector<Answering> held_by(Id<Account> account, Time at) const;

private:
    void add_answering(const Post& post, Time at, std::vector<Answering>& into) const;

    std::int64_t version_;
    std::vector<Member> members_;
    std::vector<Post> posts_;
    std::vector<Holding> holdings_;
    std::unordered_map<Id<Member>, const Member*> by_member_;
    std::unordered_map<Id<Post>, const Post*> by_post_;
    std::unordered_map<Id<grid::Node>, std::vector<const Post*>> by_node_;
    std::unordered_map<Id<Post>, std::vector<const Holding*>> by_holding_post_;
    std::unordered_map<Id<Account>, std::vector<const Holding*>> by_account_;
};

}  // namespace jingwei::staff
