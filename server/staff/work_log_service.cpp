#include <algorithm>

#include "staff/service_store.h"
#include "staff/staff_state.h"

namespace jingwei::staff {
namespace {

using namespace std::chrono;

constexpr std::int64_t kPageSize = 30;
constexpr Day kEarliest{1900y / January / 1};
constexpr Day kLatest{9999y / December / 31};

LogView view_of(const grid::Territory& territory, const Roster& roster, const LogRow& row) {
    LogView view;
    view.id = row.id;
    view.member_id = row.member_id;
    if (const Member* member = roster.member(row.member_id)) view.name = member->name;
    view.node_id = row.node_id;
    view.path = row.path;
    if (const auto* node = territory.find(row.node_id)) view.full_name = territory.full_name(*node);
    view.day = row.day;
    view.text = row.text;
    view.written_at = row.written_at;
    return view;
}

const Member* member_of(const Roster& roster, Id<Account> account) {
    const auto found =
        std::ranges::find(roster.members(), std::optional{account}, &Member::account);
    return found == roster.members().end() ? nullptr : &*found;
}

Result<PageMark> mark_of(const std::optional<Text<1, 80>>& after) {
    PageMark first = PageMark::last();
    first.at = kLatest.time_since_epoch().count();
    if (!after) return first;
    const auto mark = PageMark::parse(after->str());
    const auto earliest = kEarliest.time_since_epoch().count();
    if (!mark || mark->at > first.at || mark->at < earliest) {
        return Refusal{RefusalKind::kInvalid, "not_a_cursor", "/after"};
    }
    return *mark;
}

Result<Page<LogView>> page_of(Staff::State& state, const db::Scope& reader,
                              store::LogSearch search) {
    const auto limit = static_cast<std::size_t>(search.limit++);
    const auto roster = state.rosters.of(reader.county);
    const auto territory = state.grid.territory(reader.county);
    return db::in_transaction(
        state.pool, reader, [&](db::Transaction& tx) -> Result<Page<LogView>> {
            auto rows = store::log(tx, reader.county, search);
            Page<LogView> page;
            if (rows.size() > limit) {
                rows.resize(limit);
                const auto& last = rows.back();
                page.next = PageMark{last.day.time_since_epoch().count(), last.id.uuid()}.text();
            }
            for (const auto& row : rows)
                page.items.push_back(view_of(*territory, *roster, row));
            return page;
        });
}

template <class Query>
Result<store::LogSearch> search_of(const Query& query) {
    const auto mark = mark_of(query.after);
    if (!mark) return mark.error();
    store::LogSearch search;
    search.from = kEarliest;
    search.to = kLatest;
    search.before = *mark;
    search.limit = static_cast<std::int32_t>(query.limit ? query.limit->value() : kPageSize);
    return search;
}

/// The place that an entry is about: one of the posts held, or what lies below it.
Result<const grid::Node*> place_of(const grid::Territory& territory,
                                   const std::vector<Answering>& held, const AddLogEntry& wanted) {
    if (held.empty()) return Refusal{RefusalKind::kConflict, "log_no_post"};
    const auto* node = territory.find(wanted.node_id.value_or(held.front().post->node));
    const bool is_his = node && std::ranges::any_of(held, [&](const Answering& one) {
                            return grid::is_within(node->path, one.post->path);
                        });
    if (!is_his) return Refusal{RefusalKind::kInvalid, "log_elsewhere", "/node_id"};
    return node;
}

Result<LogRow> own_entry(db::Transaction& tx, const Roster& roster, const db::Scope& self,
                         Id<LogEntry> id) {
    const Member* member = member_of(roster, self.account);
    auto row = store::find_log(tx, self.county, id);
    if (!member || !row || row->member_id != member->id) return unknown("log_unknown");
    return *std::move(row);
}

Refusal too_many() {
    return {
        RefusalKind::kTooMany, "log_too_many", "/day", {{"most", std::to_string(kMostLogEntries)}}};
}

}  // namespace

Result<Page<LogView>> list_log(Staff::State& state, const db::Scope& reader,
                               const LogQuery& query) {
    auto search = search_of(query);
    if (!search) return search.error();
    search->member = query.member_id;
    if (query.path) search->path = query.path->str();
    if (query.from) search->from = *query.from;
    if (query.to) search->to = *query.to;
    return page_of(state, reader, *search);
}

Result<Page<LogView>> own_log(Staff::State& state, const db::Scope& self,
                              const OwnLogQuery& query) {
    auto search = search_of(query);
    if (!search) return search.error();
    const auto roster = state.rosters.of(self.county);
    const Member* member = member_of(*roster, self.account);
    if (!member) return Page<LogView>{};
    search->member = member->id;
    return page_of(state, self, *search);
}

Result<LogView> add_log_entry(Staff::State& state, const db::Scope& self,
                              const AddLogEntry& wanted) {
    const Time now = state.clock.now();
    const auto roster = state.rosters.of(self.county);
    const auto territory = state.grid.territory(self.county);
    const auto node = place_of(*territory, roster->held_by(self.account, now), wanted);
    if (!node) return node.error();
    if (wanted.day > china_day(now)) {
        return Refusal{RefusalKind::kInvalid, "log_in_future", "/day"};
    }
    const Member* member = member_of(*roster, self.account);
    const LogRow row{wanted.id,  member->id,        (*node)->id, (*node)->path,
                     wanted.day, wanted.text.str(), now};
    const auto written =
        db::in_transaction(state.pool, self, [&](db::Transaction& tx) -> Result<LogRow> {
            if (!store::insert_log(tx, self.county, row)) {
                auto there = own_entry(tx, *roster, self, row.id);
                if (there && there->day == row.day) return there;
                return id_taken();
            }
            if (store::count_log(tx, self.county, member->id, row.day) > kMostLogEntries) {
                return too_many();
            }
            return row;
        });
    if (!written) return written.error();
    return view_of(*territory, *roster, *written);
}

Result<LogView> change_log_entry(Staff::State& state, const db::Scope& self, Id<LogEntry> id,
                                 const ChangeLogEntry& wanted) {
    const auto roster = state.rosters.of(self.county);
    const auto written =
        db::in_transaction(state.pool, self, [&](db::Transaction& tx) -> Result<LogRow> {
            auto row = own_entry(tx, *roster, self, id);
            if (!row) return row.error();
            row->text = wanted.text.str();
            row->written_at = state.clock.now();
            store::save_log(tx, self.county, *row);
            return row;
        });
    if (!written) return written.error();
    return view_of(*state.grid.territory(self.county), *roster, *written);
}

Result<void> remove_log_entry(Staff::State& state, const db::Scope& self, Id<LogEntry> id) {
    const auto roster = state.rosters.of(self.county);
    return db::in_transaction(state.pool, self, [&](db::Transaction& tx) -> Result<void> {
        const auto row = own_entry(tx, *roster, self, id);
        if (!row) return row.error();
        store::delete_log(tx, self.county, id);
        return {};
    });
}

}  // namespace jingwei::staff
