#include "audit/audit.h"
#include "db/in_transaction.h"
#include "grid/scope_check.h"
#include "matter/catalogue_rules.h"
#include "matter/matter_state.h"
#include "matter/matter_store.h"

namespace jingwei::matter {
namespace {

template <class Read>
auto read(db::Pool& pool, std::string_view county, Read work) {
    using Value = decltype(work(std::declval<db::Transaction&>()));
    const auto scope = db::Scope::nobody(std::string(county));
    return db::in_transaction(pool, scope,
                              [&](db::Transaction& tx) -> Result<Value> { return work(tx); })
        .value();
}

grid::Snapshots<Catalogue>::Source source_of(db::Pool& pool) {
    return {[&pool](std::string_view county) {
                return read(pool, county,
                            [&](db::Transaction& tx) { return store::version(tx, county); });
            },
            [&pool](std::string_view county) {
                return read(pool, county,
                            [&](db::Transaction& tx) { return store::read(tx, county); });
            }};
}

Refusal changed_meanwhile() {
    return {RefusalKind::kConflict, "matter_changed_meanwhile", "/version"};
}

Refusal in_content(Refusal refusal) {
    refusal.field = "/content" + refusal.field;
    return refusal;
}

/// Closes and begins versions, tells the other servers, and writes it into the audit.
Result<void> write(db::Transaction& tx, const db::Scope& scope, Time now,
                   const CatalogueChange& change, const audit::Entry& entry) {
    std::vector<db::Pending<bool>> closed;
    for (const auto* one : change.ended)
        closed.push_back(store::close(tx, scope.county, *one, now));
    for (auto& one : closed) {
        if (!one.maybe()) return changed_meanwhile();
    }
    for (const auto& one : change.begun)
        store::insert(tx, scope.county, one);
    store::move_version(tx, scope.county);
    audit::record(tx, entry);
    return {};
}

audit::Entry entry(const db::Scope& scope, Time now, std::string action, std::string subject) {
    return {scope.county, scope.account, now, std::move(action), "matter", std::move(subject)};
}

/// The open version that an editor saw, or why it cannot be edited.
Result<const Matter*> open_version(const Catalogue& known, Id<Matter> id, std::int64_t seen) {
    const auto* newest = known.find(id);
    if (newest == nullptr) return Refusal{RefusalKind::kNotFound, "matter_unknown", ""};
    if (newest->version != seen || newest->valid_to) return changed_meanwhile();
    return newest;
}

}  // namespace

Matters::State::State(db::Pool& pool_, const Clock& clock_, std::chrono::milliseconds trust)
    : pool(pool_), clock(clock_), catalogues(source_of(pool_), trust) {}

template <class Plan>
Result<MatterView> Matters::State::edit(const db::Scope& scope, const char* action, Plan plan) {
    if (auto allowed = grid::check_scope(scope, scope.county); !allowed) return allowed.error();
    const auto now = clock.now();
    auto edited = db::in_transaction(pool, scope, [&](db::Transaction& tx) -> Result<Id<Matter>> {
        const auto known = store::read(tx, scope.county);
        const Result<CatalogueChange> change = plan(*known, now);
        if (!change) return change.error();
        const auto id =
            change->begun.empty() ? change->ended.front()->id : change->begun.front().id;
        const auto written = write(tx, scope, now, *change, entry(scope, now, action, id.text()));
        if (!written) return written.error();
        return id;
    });
    if (!edited) return edited.error();
    catalogues.forget(scope.county);
    const auto catalogue = catalogues.of(scope.county);
    return view_of(*catalogue, *catalogue->find(*edited), now);
}

Matters::Matters(db::Pool& pool, const Clock& clock, std::chrono::milliseconds trust)
    : state_(std::make_unique<State>(pool, clock, trust)) {
    const auto conflict = RefusalKind::kConflict;
    pool.refuse_on("matter_pkey", {conflict, "matter_changed_meanwhile", "/version"});
    pool.refuse_on("matter_code_excl", {conflict, "matter_code_taken", "/code"});
    pool.refuse_on("matter_subclass_fkey", {conflict, "matter_subclass_unknown", "/subclass_code"});
}

Matters::~Matters() = default;

std::shared_ptr<const Catalogue> Matters::catalogue(std::string_view county) {
    return state_->catalogues.of(county);
}

void Matters::forget(std::string_view county) { state_->catalogues.forget(county); }

Result<ImportedCatalogue> Matters::import(const db::Scope& scope, const CatalogueFile& file) {
    if (auto allowed = grid::check_scope(scope, scope.county); !allowed) return allowed.error();
    const auto content = content_of(file);
    if (!content) return content.error();
    const auto now = state_->clock.now();
    auto outcome = db::in_transaction(
        state_->pool, scope, [&](db::Transaction& tx) -> Result<ImportedCatalogue> {
            const auto known = store::read(tx, scope.county);
            const auto change = change_to(*known, content->matters, now);
            store::save_frame(tx, scope.county, *content, now);
            const auto written =
                write(tx, scope, now, change, entry(scope, now, "matter.import", scope.county));
            if (!written) return written.error();
            return ImportedCatalogue{static_cast<std::int32_t>(content->classes.size()),
                                     static_cast<std::int32_t>(content->subclasses.size()),
                                     change.added,
                                     change.changed,
                                     change.dropped,
                                     change.unchanged};
        });
    if (outcome) forget(scope.county);
    return outcome;
}

Result<MatterView> Matters::add(const db::Scope& scope, const AddMatter& wanted) {
    return state_->edit(
        scope, "matter.add", [&](const Catalogue& known, Time now) -> Result<CatalogueChange> {
            const auto* subclass = known.find_subclass(wanted.subclass_code.str());
            if (subclass == nullptr) {
                return Refusal{RefusalKind::kConflict, "matter_subclass_unknown", "/subclass_code"};
            }
            auto content = checked(wanted.content, subclass->class_code, subclass->code);
            if (!content) return in_content(content.error());
            if (known.by_code(content->code, now) != nullptr) {
                return Refusal{RefusalKind::kConflict, "matter_code_taken", "/content/code"};
            }
            CatalogueChange change;
            const auto* before = known.newest(content->code);
            change.begun.push_back(next_version(before, std::move(*content), now));
            return change;
        });
}

Result<MatterView> Matters::change(const db::Scope& scope, Id<Matter> id,
                                   const ChangeMatter& wanted) {
    return state_->edit(
        scope, "matter.change", [&](const Catalogue& known, Time now) -> Result<CatalogueChange> {
            const auto before = open_version(known, id, wanted.version);
            if (!before) return before.error();
            auto content = checked(wanted.content, (*before)->class_code, (*before)->subclass_code);
            if (!content) return in_content(content.error());
            if (content->code != (*before)->code) {
                return Refusal{RefusalKind::kInvalid, "matter_code_stays", "/content/code"};
            }
            CatalogueChange change;
            change.ended.push_back(*before);
            change.begun.push_back(next_version(*before, std::move(*content), now));
            return change;
        });
}

Result<MatterView> Matters::end(const db::Scope& scope, Id<Matter> id, const EndMatter& wanted) {
    return state_->edit(scope, "matter.end",
                        [&](const Catalogue& known, Time) -> Result<CatalogueChange> {
                            const auto before = open_version(known, id, wanted.version);
                            if (!before) return before.error();
                            CatalogueChange change;
                            change.ended.push_back(*before);
                            return change;
                        });
}

}  // namespace jingwei::matter
