#include <algorithm>

#include "core/dto.h"
#include "staff/record_store.h"
#include "staff/staff_state.h"

namespace jingwei::staff {
namespace {

Refusal changed_meanwhile() {
    return {RefusalKind::kConflict, "record_changed_meanwhile", "/seen_version"};
}

Refusal too_many() {
    return {RefusalKind::kTooMany, "record_too_many", "", {{"most", std::to_string(kMostRecords)}}};
}

std::optional<Id<Account>> writer(const db::Scope& scope) {
    if (scope.account.is_nil()) return std::nullopt;
    return scope.account;
}

void fill(RecordView& record, const RecordContent& content) {
    record.manner = content.manner;
    record.post_id = content.post_id;
    record.title = content.title.str();
    record.from_on = content.from_on;
    record.to_on = content.to_on;
    record.hours = content.hours ? std::optional{static_cast<std::int32_t>(content.hours->value())}
                                 : std::nullopt;
    record.note = content.note.str();
}

bool says(const RecordView& record, const RecordContent& content) {
    RecordView wanted = record;
    fill(wanted, content);
    return dto::print(wanted) == dto::print(record);
}

/// A person whose records the keeper keeps.
Result<Member> kept_member(const Roster& roster, const db::Scope& keeper, Id<Member> id) {
    const Member* member = roster.member(id);
    if (!member) return unknown("member_unknown");
    if (auto allowed = check_scope(keeper, member->path); !allowed) return allowed.error();
    return *member;
}

Result<void> check(const Roster& roster, RecordKind kind, const RecordContent& content) {
    if (auto fit = check_record(kind, content); !fit) return fit;
    if (content.post_id && !roster.post(*content.post_id)) {
        return unknown("post_unknown", "/post_id");
    }
    return {};
}

/// One that is not there for this keeper is not there.
Result<store::RecordRow> kept_record(db::Transaction& tx, const db::Scope& keeper,
                                     Id<StaffRecord> id) {
    auto record = store::find_record(tx, keeper.county, id);
    if (!record || !check_scope(keeper, record->path)) return unknown("record_unknown");
    return *std::move(record);
}

Result<RecordView> save(Staff::State& state, db::Transaction& tx, const db::Scope& keeper,
                        RecordView record, std::string action) {
    ++record.version;
    record.written_by = writer(keeper);
    record.written_at = state.clock.now();
    if (!store::save_record(tx, keeper.county, record)) return changed_meanwhile();
    state.record(tx, keeper, std::move(action), "staff_record", record.id.text());
    return record;
}

}  // namespace

Result<RecordList> records_of(Staff::State& state, const db::Scope& keeper, Id<Member> id,
                              bool removed) {
    const auto member = kept_member(*state.rosters.of(keeper.county), keeper, id);
    if (!member) return member.error();
    return db::in_transaction(state.pool, keeper, [&](db::Transaction& tx) -> Result<RecordList> {
        return RecordList{store::records(tx, keeper.county, member->id, removed)};
    });
}

Result<RecordList> own_records(Staff::State& state, const db::Scope& self) {
    const auto roster = state.rosters.of(self.county);
    const auto member =
        std::ranges::find(roster->members(), std::optional{self.account}, &Member::account);
    if (member == roster->members().end()) return RecordList{};
    return db::in_transaction(state.pool, self, [&](db::Transaction& tx) -> Result<RecordList> {
        return RecordList{store::records(tx, self.county, member->id, false)};
    });
}

Result<RecordView> add_record(Staff::State& state, const db::Scope& keeper, Id<Member> id,
                              const AddRecord& wanted) {
    const auto roster = state.rosters.of(keeper.county);
    const auto member = kept_member(*roster, keeper, id);
    if (!member) return member.error();
    if (auto fit = check(*roster, wanted.kind, wanted); !fit) return fit.error();
    store::RecordRow record;
    record.id = wanted.id;
    record.member_id = member->id;
    record.kind = wanted.kind;
    record.path = member->path;
    record.written_by = writer(keeper);
    record.written_at = state.clock.now();
    fill(record, wanted);
    return db::in_transaction(state.pool, keeper, [&](db::Transaction& tx) -> Result<RecordView> {
        if (!store::insert_record(tx, keeper.county, record)) {
            const auto there = store::find_record(tx, keeper.county, record.id);
            const bool same =
                there && there->member_id == record.member_id && there->kind == record.kind;
            if (same) return static_cast<const RecordView&>(*there);
            return id_taken();
        }
        const auto count = store::count_records(tx, keeper.county, member->id);
        if (count > static_cast<std::int64_t>(kMostRecords)) return too_many();
        state.record(tx, keeper, "record.add", "staff_record", record.id.text());
        return static_cast<const RecordView&>(record);
    });
}

Result<RecordView> change_record(Staff::State& state, const db::Scope& keeper, Id<StaffRecord> id,
                                 const ChangeRecord& wanted) {
    const auto roster = state.rosters.of(keeper.county);
    return db::in_transaction(state.pool, keeper, [&](db::Transaction& tx) -> Result<RecordView> {
        const auto there = kept_record(tx, keeper, id);
        if (!there) return there.error();
        if (there->removed) return unknown("record_unknown");
        if (auto fit = check(*roster, there->kind, wanted); !fit) return fit.error();
        RecordView record = *there;
        if (says(record, wanted)) return record;
        if (record.version != wanted.seen_version.value()) return changed_meanwhile();
        fill(record, wanted);
        return save(state, tx, keeper, std::move(record), "record.change");
    });
}

Result<RecordView> remove_record(Staff::State& state, const db::Scope& keeper, Id<StaffRecord> id,
                                 std::int32_t seen_version) {
    return db::in_transaction(state.pool, keeper, [&](db::Transaction& tx) -> Result<RecordView> {
        const auto there = kept_record(tx, keeper, id);
        if (!there) return there.error();
        RecordView record = *there;
        if (record.removed) return record;
        if (record.version != seen_version) return changed_meanwhile();
        record.removed = true;
        return save(state, tx, keeper, std::move(record), "record.remove");
    });
}

Result<PastRecordList> past_of_record(Staff::State& state, const db::Scope& keeper,
                                      Id<StaffRecord> id) {
    return db::in_transaction(state.pool, keeper,
                              [&](db::Transaction& tx) -> Result<PastRecordList> {
                                  const auto there = kept_record(tx, keeper, id);
                                  if (!there) return there.error();
                                  return PastRecordList{store::past_records(tx, keeper.county, id)};
                              });
}

}  // namespace jingwei::staff
