#include "audit/audit.h"
#include "cases/case_page.h"
#include "cases/cases.h"
#include "cases/contact.h"
#include "cases/statements.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

Refusal not_found() { return Refusal{RefusalKind::kNotFound, "case_not_found"}; }

}  // namespace

Result<CaseView> Cases::view(const access::Principal& who, Id<Case> id, Language language) {
    const Actor actor = Actor::of(who);
    const World world = parts_.worlds(actor.county());
    const PageReader reader{actor, world, parts_.messages, language, parts_.clock.now()};
    return db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<CaseView> {
            auto rows = load_page(tx, actor.county(), id, who.account());
            if (!rows) return not_found();
            auto page = page_of(*rows, reader);
            // Whoever looks at a case is the one who acts on it next.
            known_.keep(
                {std::move(rows->record), std::move(rows->clocks), std::move(rows->co_units)});
            return page;
        });
}

Result<CaseView> Cases::view(const access::Principal& who, std::string_view code,
                             Language language) {
    const auto id =
        db::in_transaction(parts_.pool, who.scope(), [&](db::Transaction& tx) -> Result<Id<Case>> {
            tx.ends_with_next();
            const auto found = tx.maybe<Id<Case>>(sql::find_case_id, who.county(), code);
            if (!found) return not_found();
            return *found;
        });
    if (!id) return id.error();
    return view(who, *id, language);
}

Result<ReporterContact> Cases::read_contact(const access::Principal& who, Id<Case> id,
                                            const ReadContact& body) {
    const Actor actor = Actor::of(who);
    const World world = parts_.worlds(actor.county());
    const Time now = parts_.clock.now();
    return db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<ReporterContact> {
            auto record = tx.later<CaseRecord>(sql::find_case, actor.county(), id);
            auto reporter = tx.later<ReporterRow>(sql::find_reporter, actor.county(), id);
            auto co_units = tx.later<CoUnitRow>(sql::list_co_units, actor.county(), id);
            const auto found = record.maybe();
            const auto row = reporter.maybe();
            const auto helping = co_units.all();
            if (!found) return not_found();
            const auto mine =
                Standpoint{actor, *found, helping, world, now}.capacities_for(Action::kReadContact);
            const auto rule = allowed(Action::kReadContact, standing_of(*found), mine, {});
            if (!rule) return rule.error();
            const auto contact = row ? opened(*row, *found, parts_.keys) : std::nullopt;
            if (!contact) return Refusal{RefusalKind::kNotFound, "case_no_contact"};
            audit::record(tx, {.county = actor.county(),
                               .account = who.account(),
                               .at = now,
                               .action = "case.read_contact",
                               .subject_kind = "case",
                               .subject = id.text(),
                               .purpose = body.purpose.str()});
            return *contact;
        });
}

}  // namespace jingwei::cases
