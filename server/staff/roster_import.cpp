#include "staff/roster_import.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/csv.h"
#include "core/time_text.h"
#include "grid/scope_check.h"
#include "staff/roster_table.h"

namespace jingwei::staff {
namespace {

using namespace table;

/// One row whose cells have been read.
struct Wanted {
    const grid::TableRow* row = nullptr;
    const grid::Node* node = nullptr;
    PostKind kind = PostKind::kWorker;
    Side side = Side::kA;
    std::optional<Id<Account>> account;
    std::optional<Time> from;
    std::optional<Time> to;

    const std::string& cell(Cell which) const { return row->cells[which]; }
};

bool overlap(const Span& one, const Span& other) {
    return (!one.to || other.from < *one.to) && (!other.to || one.from < *other.to);
}

class Planner {
public:
    Planner(const grid::Territory& territory, const Roster& roster, const access::Logins& logins,
            const db::Scope& scope, Time now)
        : territory_(territory), roster_(roster), logins_(logins), scope_(scope), now_(now) {}

    RosterPlan plan(const std::vector<grid::TableRow>& rows) {
        for (const auto& row : rows) {
            faulty_ = false;
            const Wanted wanted = read(row);
            if (!faulty_) take(wanted);
        }
        for (const auto& [id, member] : changed_members_)
            plan_.changed_members.push_back(member);
        for (const auto& [id, post] : changed_posts_)
            plan_.changed_posts.push_back(post);
        return std::move(plan_);
    }

private:
    // ── reading cells ────────────────────────────────────────────────────────────────────────

    Wanted read(const grid::TableRow& row) {
        Wanted wanted;
        wanted.row = &row;
        wanted.node = grid::node_of_code(territory_, row.cells[kNode]);
        if (!wanted.node) {
            fault(row, kNode, "node_code_unknown");
        } else if (!grid::check_scope(scope_, wanted.node->path)) {
            fault(row, kNode, "outside_your_scope");
        }
        const auto kind = grid::value_of_word<PostKind>(kKindWords, row.cells[kPost]);
        if (!kind) fault(row, kPost, "post_kind_unknown");
        wanted.kind = kind.value_or(PostKind::kWorker);
        read_person(row, wanted);
        wanted.from = read_moment(row, kFrom);
        wanted.to = read_moment(row, kTo);
        if (wanted.to && *wanted.to <= wanted.from.value_or(Time::min())) {
            fault(row, kTo, "span_reversed");
        }
        return wanted;
    }

    void read_person(const grid::TableRow& row, Wanted& wanted) {
        if (!row.cells[kSide].empty()) {
            const auto side = grid::value_of_word<Side>(kSideWords, row.cells[kSide]);
            if (!side) fault(row, kSide, "side_unknown");
            wanted.side = side.value_or(Side::kA);
        }
        if (!grid::is_plain_text(row.cells[kTitle], 60)) fault(row, kTitle, "import_text_60");
        if (!grid::is_plain_text(row.cells[kName], 60)) fault(row, kName, "import_text_60");
        if (!grid::is_plain_text(row.cells[kPhone], 40)) fault(row, kPhone, "import_text_40");
        if (!grid::is_plain_text(row.cells[kDuties], 2'000, true)) {
            fault(row, kDuties, "import_text_2000");
        }
        if (!row.cells[kLogin].empty()) {
            wanted.account = logins_.find(row.cells[kLogin]);
            if (!wanted.account) fault(row, kLogin, "import_login_unknown");
        }
        const bool says_more =
            std::ranges::any_of(std::array{kPhone, kLogin, kFrom, kTo, kSide},
                                [&](const Cell cell) { return !row.cells[cell].empty(); });
        if (row.cells[kName].empty() && says_more) fault(row, kName, "name_needed");
    }

    std::optional<Time> read_moment(const grid::TableRow& row, Cell cell) {
        if (row.cells[cell].empty()) return std::nullopt;
        const auto day = read_day(row.cells[cell]);
        if (!day) fault(row, cell, "import_day_malformed");
        return day ? std::optional{from_china_time(*day)} : std::nullopt;
    }

    // ── what a row does ──────────────────────────────────────────────────────────────────────

    void take(const Wanted& wanted) {
        const auto before = std::pair{plan_.created(), changes()};
        Post* post = post_of(wanted);
        if (!post) return;
        if (!wanted.cell(kName).empty()) hold(wanted, *post);
        if (!faulty_ && before == std::pair{plan_.created(), changes()}) ++plan_.unchanged;
    }

    std::size_t changes() const {
        return plan_.ends.size() + changed_members_.size() + changed_posts_.size();
    }

    using Key = std::tuple<Id<grid::Node>, PostKind, std::string>;

    /// The post that the row means; null with a fault. Valid until the next row.
    ///
    /// A grid may have several posts of one kind and title (micro-grid workers). Then a row means
    /// the one that this person holds; else the one that the row before it meant, while that side
    /// is free in it; else one that is there and that no row has meant yet; else a further one.
    Post* post_of(const Wanted& wanted) {
        const Key key{wanted.node->id, wanted.kind, wanted.cell(kTitle)};
        auto& used = used_[key];
        const auto there = candidates(wanted);
        for (const Post* post : there) {
            if (is_held_by_name(*post, wanted)) return use(wanted, used, post->id);
        }
        const Span term{wanted.from.value_or(now_), wanted.to};
        const bool names = !wanted.cell(kName).empty();
        if (names && !used.empty() && is_free({used.back(), wanted.side}, term)) {
            return use(wanted, used, used.back());
        }
        std::vector<const Post*> unused = there;
        std::erase_if(unused, [&](const Post* post) {
            return std::ranges::find(used, post->id) != used.end();
        });
        if (unused.size() > 1 && names) {
            std::erase_if(unused, [&](const Post* post) {
                return present_in(side_of(*post, wanted.side), wanted) != nullptr;
            });
            if (unused.empty()) {
                fault(*wanted.row, kTitle, "import_post_ambiguous");
                return nullptr;
            }
        }
        return use(wanted, used, unused.empty() ? create(wanted) : unused.front()->id);
    }

    /// Open posts of that kind at the node: of that title, or without a title the only one.
    std::vector<const Post*> candidates(const Wanted& wanted) const {
        auto there = roster_.posts_at(wanted.node->id);
        std::erase_if(there, [&](const Post* post) {
            return post->kind != wanted.kind || !post->term.holds(now_);
        });
        auto same = there;
        const auto& title = wanted.cell(kTitle);
        std::erase_if(same, [&](const Post* post) { return post->title != title; });
        const bool only = same.empty() && title.empty() && there.size() == 1;
        return only ? there : same;
    }

    bool is_held_by_name(const Post& post, const Wanted& wanted) const {
        const Holding* present = present_in(side_of(post, wanted.side), wanted);
        const Member* who = present ? roster_.member(present->member) : nullptr;
        return who && who->name == wanted.cell(kName) && !claimed_holdings_.contains(present->id);
    }

    Post* use(const Wanted& wanted, std::vector<Id<Post>>& used, Id<Post> id) {
        std::erase(used, id);
        used.push_back(id);
        const auto made = std::ranges::find(plan_.posts, id, &Post::id);
        if (made != plan_.posts.end()) return &*made;
        auto& mine = known_posts_.emplace(id, *roster_.post(id)).first->second;
        const auto& duties = wanted.cell(kDuties);
        if (!duties.empty() && duties != mine.duties) {
            mine.duties = duties;
            changed_posts_.insert_or_assign(id, mine);
        }
        return &mine;
    }

    Id<Post> create(const Wanted& wanted) {
        const Time from = std::min(now_, wanted.from.value_or(now_));
        plan_.posts.push_back({Id<Post>::make(now_),
                               wanted.node->id,
                               wanted.node->path,
                               wanted.kind,
                               wanted.cell(kTitle),
                               wanted.cell(kDuties),
                               {from, {}}});
        return plan_.posts.back().id;
    }

    void hold(const Wanted& wanted, Post& post) {
        const auto side = side_of(post, wanted.side);
        const Holding* present = present_in(side, wanted);
        const Member* holder = present ? roster_.member(present->member) : nullptr;
        if (holder && holder->name == wanted.cell(kName)) return stay(wanted, *present, *holder);
        const Span term{wanted.from.value_or(now_), wanted.to};
        if (term.to && *term.to <= term.from) return fault(*wanted.row, kTo, "span_reversed");
        if (!claim(wanted, post, term)) return;
        if (!post.term.holds(term.from)) {
            if (roster_.post(post.id)) return fault(*wanted.row, kFrom, "outside_post");
            post.term.from = std::min(post.term.from, term.from);
        }
        if (present && !succeed(wanted, *present, term)) return;
        const bool clashes = std::ranges::any_of(side, [&](const Holding* other) {
            return other != present && overlap(other->term, term);
        });
        if (clashes) return fault(*wanted.row, kFrom, "side_taken");
        const auto member = member_of(wanted);
        if (!member) return;
        link(wanted, *member);
        plan_.holdings.push_back(
            {Id<Holding>::make(now_), post.id, *member, wanted.side, term, {}});
    }

    std::vector<const Holding*> side_of(const Post& post, Side side) const {
        auto holdings = roster_.holdings_of(post.id);
        std::erase_if(holdings, [&](const Holding* one) { return one->side != side; });
        return holdings;
    }

    /// Whom the row speaks of: who began on that day, else who holds the post when it says.
    const Holding* present_in(const std::vector<const Holding*>& side, const Wanted& wanted) const {
        if (wanted.from) {
            for (const Holding* one : side) {
                const Member* who = roster_.member(one->member);
                const bool same_day = china_day(one->term.from) == china_day(*wanted.from);
                if (same_day && who && who->name == wanted.cell(kName)) return one;
            }
        }
        const Time at = std::max(now_, wanted.from.value_or(now_));
        const auto found =
            std::ranges::find_if(side, [&](const Holding* one) { return one->term.holds(at); });
        return found == side.end() ? nullptr : *found;
    }

    void stay(const Wanted& wanted, const Holding& holding, const Member& member) {
        const bool other_day =
            wanted.from && china_day(*wanted.from) != china_day(holding.term.from);
        if (other_day) return fault(*wanted.row, kFrom, "import_from_fixed");
        Span term = holding.term;
        const bool other_end =
            wanted.to && (!term.to || china_day(*wanted.to) != china_day(*term.to));
        if (other_end) term.to = wanted.to;
        if (term.to && *term.to <= term.from) return fault(*wanted.row, kTo, "span_reversed");
        if (!claim(wanted, *roster_.post(holding.post), term)) return;
        claimed_holdings_.insert(holding.id);
        if (other_end) plan_.ends.push_back({holding.id, *term.to});
        link(wanted, member.id);
        const auto& phone = wanted.cell(kPhone);
        auto& mine = known(member.id);
        if (phone.empty() || phone == mine.duty_phone) return;
        if (!grid::check_scope(scope_, member.path)) {
            return fault(*wanted.row, kPhone, "outside_your_scope");
        }
        mine.duty_phone = phone;
        changed_members_.insert_or_assign(member.id, mine);
    }

    /// Somebody else takes over from `present`.
    bool succeed(const Wanted& wanted, const Holding& present, const Span& term) {
        if (claimed_holdings_.contains(present.id)) return true;  // a row of its own says its end
        if (term.from <= present.term.from) {
            fault(*wanted.row, kFrom, "side_taken");
            return false;
        }
        plan_.ends.push_back({present.id, term.from});
        return true;
    }

    using Place = std::pair<Id<Post>, Side>;

    /// No earlier row of the file has put somebody there at that time.
    bool is_free(const Place& place, const Span& term) const {
        const auto spans = claims_.find(place);
        return spans == claims_.end() ||
               std::ranges::none_of(spans->second,
                                    [&](const Span& other) { return overlap(other, term); });
    }

    bool claim(const Wanted& wanted, const Post& post, const Span& term) {
        const Place place{post.id, wanted.side};
        const bool free = is_free(place, term);
        if (!free) fault(*wanted.row, kSide, "import_side_twice");
        claims_[place].push_back(term);
        return free;
    }

    /// By name and phone, there already or made by an earlier row; else new.
    std::optional<Id<Member>> member_of(const Wanted& wanted) {
        if (wanted.cell(kPhone).empty()) {
            fault(*wanted.row, kPhone, "import_phone_needed");
            return std::nullopt;
        }
        const auto is_it = [&](const Member& one) {
            return one.name == wanted.cell(kName) && one.duty_phone == wanted.cell(kPhone);
        };
        for (const auto* members : {&roster_.members(), &std::as_const(plan_.members)}) {
            const auto found = std::ranges::find_if(*members, is_it);
            if (found != members->end()) return found->id;
        }
        plan_.members.push_back({Id<Member>::make(now_),
                                 wanted.cell(kName),
                                 wanted.node->path,
                                 wanted.cell(kPhone),
                                 {},
                                 {}});
        return plan_.members.back().id;
    }

    /// A person as the rows so far leave him, made by one of them or there before.
    Member& known(Id<Member> id) {
        const auto made = std::ranges::find(plan_.members, id, &Member::id);
        if (made != plan_.members.end()) return *made;
        return known_members_.emplace(id, *roster_.member(id)).first->second;
    }

    /// Ties the person to the account that the row names.
    void link(const Wanted& wanted, Id<Member> id) {
        if (!wanted.account) return;
        const bool is_new = !roster_.member(id);
        const auto said = accounts_said_.find(id);
        if (said != accounts_said_.end() && said->second != *wanted.account) {
            return fault(*wanted.row, kLogin, "import_login_twice");
        }
        if (owner_of(*wanted.account).value_or(id) != id) {
            return fault(*wanted.row, kLogin, "account_has_member");
        }
        accounts_said_.emplace(id, *wanted.account);
        Member& mine = known(id);
        if (mine.account == wanted.account) return;
        if (!is_new && !grid::check_scope(scope_, mine.path)) {
            return fault(*wanted.row, kLogin, "outside_your_scope");
        }
        mine.account = wanted.account;
        if (!is_new) changed_members_.insert_or_assign(id, mine);
    }

    /// Whose account it is, before the import or by an earlier row.
    std::optional<Id<Member>> owner_of(Id<Account> account) const {
        const auto there = std::ranges::find(roster_.members(), account, &Member::account);
        if (there != roster_.members().end()) return there->id;
        for (const auto& [member, said] : accounts_said_)
            if (said == account) return member;
        return std::nullopt;
    }

    void fault(const grid::TableRow& row, Cell cell, std::string code) {
        faulty_ = true;
        plan_.faults.push_back({row.line, std::string(kColumns[cell].name), std::move(code)});
    }

    const grid::Territory& territory_;
    const Roster& roster_;
    const access::Logins& logins_;
    const db::Scope& scope_;
    const Time now_;
    bool faulty_ = false;  ///< the row at hand
    RosterPlan plan_;
    std::map<Key, std::vector<Id<Post>>> used_;  ///< posts that rows have meant, the last last
    std::map<Id<Post>, Post> known_posts_;
    std::map<Id<Member>, Member> known_members_;
    std::map<Id<Post>, Post> changed_posts_;
    std::map<Id<Member>, Member> changed_members_;
    std::map<Id<Member>, Id<Account>> accounts_said_;  ///< by rows with a login
    std::map<Place, std::vector<Span>> claims_;
    std::set<Id<Holding>> claimed_holdings_;
};

}  // namespace

Result<RosterPlan> plan_roster(std::string_view csv, const grid::Territory& territory,
                               const Roster& roster, const access::Logins& logins,
                               const db::Scope& scope, Time now) {
    const auto rows = grid::read_table(csv, kColumns);
    if (!rows) return rows.error();
    return Planner(territory, roster, logins, scope, now).plan(*rows);
}

std::string export_roster(const grid::Territory& territory, const Roster& roster,
                          const access::Logins& logins, Language language, Time now) {
    const auto open = [&](const Span& span) { return !span.to || *span.to > now; };
    const auto day_of = [](Time at) { return day_text(china_day(at)); };
    std::string out = grid::table_head(kColumns, language);
    for (const Post& post : roster.posts()) {
        const grid::Node* node = territory.find(post.node);
        if (!node || !open(post.term)) continue;
        const auto kind = grid::word_of<PostKind>(kKindWords, post.kind, language);
        bool vacant = true;
        for (const Holding* holding : roster.holdings_of(post.id)) {
            const Member* who = roster.member(holding->member);
            if (!who || !open(holding->term)) continue;
            vacant = false;
            const auto login = who->account ? logins.of(*who->account) : std::string{};
            csv::write_row({node->code, kind, post.title,
                            grid::word_of<Side>(kSideWords, holding->side, language), who->name,
                            who->duty_phone, login, post.duties, day_of(holding->term.from),
                            holding->term.to ? day_of(*holding->term.to) : ""},
                           out);
        }
        if (vacant) {
            csv::write_row({node->code, kind, post.title, "", "", "", "", post.duties, "", ""},
                           out);
        }
    }
    return out;
}

}  // namespace jingwei::staff
