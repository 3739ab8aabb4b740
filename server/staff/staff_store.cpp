#include "staff/staff_store.h"

#include <unordered_map>

#include "staff/statements.h"

namespace jingwei::staff::store {

struct MemberRow {
    Id<Member> id;
    std::string path;
    std::string name;
    std::string duty_phone;
    std::optional<Id<File>> photo_id;
    std::optional<Id<Account>> account_id;
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (id, path, name, duty_phone, photo_id, account_id))

struct PostRow {
    Id<Post> id;
    Id<grid::Node> node_id;
    std::string path;
    PostKind kind;
    std::string title;
    std::string duties;
    Time valid_from;
    std::optional<Time> valid_to;
};
BOOST_DESCRIBE_STRUCT(PostRow, (), (id, node_id, path, kind, title, duties, valid_from, valid_to))

struct HoldingRow {
    Id<Holding> id;
    Id<Post> post_id;
    Id<Member> member_id;
    Side side;
    Time valid_from;
    std::optional<Time> valid_to;
};
BOOST_DESCRIBE_STRUCT(HoldingRow, (), (id, post_id, member_id, side, valid_from, valid_to))

struct AwayRow {
    Id<Away> id;
    Id<Holding> holding_id;
    std::string path;
    Time away_from;
    std::optional<Time> away_to;
};
BOOST_DESCRIBE_STRUCT(AwayRow, (), (id, holding_id, path, away_from, away_to))

namespace {

Member member_of(MemberRow row) {
    return {row.id,       std::move(row.name), std::move(row.path), std::move(row.duty_phone),
            row.photo_id, row.account_id};
}

Post post_of(PostRow row) {
    return {row.id,
            row.node_id,
            std::move(row.path),
            row.kind,
            std::move(row.title),
            std::move(row.duties),
            {row.valid_from, row.valid_to}};
}

Holding holding_of(const HoldingRow& row) {
    return {row.id, row.post_id, row.member_id, row.side, {row.valid_from, row.valid_to}, {}};
}

Away away_of(const AwayRow& row) { return {row.id, {row.away_from, row.away_to}}; }

template <class Thing, class Row, class Make>
std::optional<Thing> made_of(std::optional<Row> row, Make make) {
    if (!row) return std::nullopt;
    return make(*std::move(row));
}

}  // namespace

std::int64_t version(db::Transaction& tx, std::string_view county) {
    return tx.maybe<std::int64_t>(sql::find_version, county).value_or(0);
}

void move_version(db::Transaction& tx, std::string_view county) {
    tx.queue(sql::move_version, county);
}

std::shared_ptr<const Roster> roster(db::Transaction& tx, std::string_view county) {
    auto version_row = tx.later<std::int64_t>(sql::find_version, county);
    auto member_rows = tx.later<MemberRow>(sql::list_members, county);
    auto post_rows = tx.later<PostRow>(sql::list_posts, county);
    auto holding_rows = tx.later<HoldingRow>(sql::list_holdings, county);
    auto away_rows = tx.later<AwayRow>(sql::list_away, county);

    const auto number = version_row.maybe().value_or(0);
    std::vector<Member> members;
    for (auto& row : member_rows.all())
        members.push_back(member_of(std::move(row)));
    std::vector<Post> posts;
    for (auto& row : post_rows.all())
        posts.push_back(post_of(std::move(row)));
    std::vector<Holding> holdings;
    std::unordered_map<Id<Holding>, std::size_t> places;
    for (const auto& row : holding_rows.all()) {
        places.emplace(row.id, holdings.size());
        holdings.push_back(holding_of(row));
    }
    for (const auto& row : away_rows.all()) {
        holdings[places.at(row.holding_id)].away.push_back(away_of(row));
    }
    return std::make_shared<const Roster>(number, std::move(members), std::move(posts),
                                          std::move(holdings));
}

std::optional<Member> find_member(db::Transaction& tx, std::string_view county, Id<Member> id) {
    return made_of<Member>(tx.maybe<MemberRow>(sql::find_member, county, id), member_of);
}

std::optional<Post> find_post(db::Transaction& tx, std::string_view county, Id<Post> id) {
    return made_of<Post>(tx.maybe<PostRow>(sql::find_post, county, id), post_of);
}

std::optional<Holding> find_holding(db::Transaction& tx, std::string_view county, Id<Holding> id) {
    return made_of<Holding>(tx.maybe<HoldingRow>(sql::find_holding, county, id), holding_of);
}

std::optional<AwayOfHolding> find_away(db::Transaction& tx, std::string_view county, Id<Away> id) {
    const auto make = [](const AwayRow& row) {
        return AwayOfHolding{away_of(row), row.holding_id, row.path};
    };
    return made_of<AwayOfHolding>(tx.maybe<AwayRow>(sql::find_away, county, id), make);
}

bool insert_member(db::Transaction& tx, std::string_view county, const Member& member) {
    return tx.run(sql::insert_member, county, member.id, member.path, member.name,
                  member.duty_phone, member.photo, member.account) == 1;
}

void save_member(db::Transaction& tx, std::string_view county, const Member& member) {
    tx.queue(sql::save_member, county, member.id, member.name, member.duty_phone, member.photo,
             member.account);
}

bool insert_post(db::Transaction& tx, std::string_view county, const Post& post) {
    return tx.run(sql::insert_post, county, post.id, post.node, post.path, post.kind, post.title,
                  post.duties, post.term.from) == 1;
}

void save_post(db::Transaction& tx, std::string_view county, const Post& post) {
    tx.queue(sql::save_post, county, post.id, post.title, post.duties);
}

void close_posts_at(db::Transaction& tx, std::string_view county,
                    const std::vector<Id<grid::Node>>& nodes, Time at) {
    tx.queue(sql::close_posts_at, county, nodes, at);
}

void close_post(db::Transaction& tx, std::string_view county, Id<Post> id, Time at) {
    tx.queue(sql::close_post, county, id, at);
}

bool insert_holding(db::Transaction& tx, std::string_view county, const Holding& holding,
                    std::string_view path) {
    return tx.run(sql::insert_holding, county, holding.id, holding.post, holding.member, path,
                  holding.side, holding.term.from, holding.term.to) == 1;
}

void end_holding(db::Transaction& tx, std::string_view county, Id<Holding> id, Time at) {
    tx.queue(sql::end_holding, county, id, at);
}

bool insert_away(db::Transaction& tx, std::string_view county, const AwayOfHolding& away) {
    return tx.run(sql::insert_away, county, away.away.id, away.holding, away.path,
                  away.away.span.from, away.away.span.to) == 1;
}

void end_away(db::Transaction& tx, std::string_view county, Id<Away> id, Time at) {
    tx.queue(sql::end_away, county, id, at);
}

void delete_away(db::Transaction& tx, std::string_view county, Id<Away> id) {
    tx.queue(sql::delete_away, county, id);
}

}  // namespace jingwei::staff::store
