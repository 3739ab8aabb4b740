#include <algorithm>

#include "audit/audit.h"
#include "calendar/calendar_state.h"
#include "calendar/calendar_store.h"
#include "calendar/changes.h"
#include "db/in_transaction.h"

namespace jingwei::calendar {
namespace {

/// Reading for nobody in particular: the calendar is everybody's.
template <class Read>
auto read(db::Pool& pool, std::string_view county, Read work) {
    using Value = decltype(work(std::declval<db::Transaction&>()));
    const auto scope = db::Scope::nobody(std::string(county));
    return db::in_transaction(pool, scope,
                              [&](db::Transaction& tx) -> Result<Value> { return work(tx); })
        .value();
}

std::shared_ptr<const WorkCalendar> load(db::Transaction& tx, std::string_view county) {
    auto years = shipped_years();
    for (auto& imported : store::years(tx, county))
        years.push_back(std::move(imported));
    const auto setting = store::setting(tx, county).value_or(store::Setting{});
    return std::make_shared<const WorkCalendar>(std::move(years), setting.hours, setting.lights);
}

bool same_days(const YearCalendar* known, const YearCalendar& wanted) {
    return known != nullptr && known->days == wanted.days;
}

WorkingTime working_time_of(const WorkCalendar& calendar) {
    const auto& lights = calendar.lights();
    return {calendar.hours().text(), lights.percent, lights.working_days, lights.minutes};
}

audit::Entry entry(const db::Scope& scope, Time now, std::string action, std::string kind,
                   std::string subject) {
    return {scope.county,      scope.account,   now,
            std::move(action), std::move(kind), std::move(subject)};
}

}  // namespace

std::vector<std::int32_t> missing_years(const WorkCalendar& calendar, Day today) {
    const std::chrono::year_month_day date{today};
    const auto year = static_cast<int>(date.year());
    std::vector<std::int32_t> missing;
    if (!calendar.knows(year)) missing.push_back(year);
    if (date.month() >= std::chrono::October && !calendar.knows(year + 1)) {
        missing.push_back(year + 1);
    }
    return missing;
}

std::vector<CalendarWarning> warnings_of(const WorkCalendar& calendar, Day today,
                                         const Messages& messages, Language language) {
    const auto this_year = static_cast<int>(std::chrono::year_month_day{today}.year());
    std::vector<CalendarWarning> warnings;
    for (const auto year : missing_years(calendar, today)) {
        warnings.push_back({year, year == this_year,
                            messages.sentence(language, "calendar_year_missing",
                                              {{"year", std::to_string(year)}})});
    }
    return warnings;
}

YearSummary summary_of(const YearCalendar& year) {
    return {year.year, year.version, year.source, working_days(year)};
}

std::shared_ptr<const WorkCalendar> Calendars::State::of(std::string_view county) {
    const std::lock_guard lock(mutex);
    const auto now = std::chrono::steady_clock::now();
    auto found = snapshots.find(county);
    if (found != snapshots.end() && now - found->second.checked < trust) {
        return found->second.calendar;
    }
    if (found == snapshots.end()) {
        if (snapshots.size() >= kMostCounties) snapshots.erase(snapshots.begin());
        found = snapshots.emplace(std::string(county), Snapshot{}).first;
    }
    auto& snapshot = found->second;
    const auto known = snapshot.version;
    auto fresh = read(pool, county, [&](db::Transaction& tx) {
        const auto version = store::version(tx, county);
        return std::pair{version, version == known ? nullptr : load(tx, county)};
    });
    if (fresh.second != nullptr) snapshot.calendar = std::move(fresh.second);
    snapshot.version = fresh.first;
    snapshot.checked = now;
    return snapshot.calendar;
}

void Calendars::State::forget() {
    const std::lock_guard lock(mutex);
    snapshots.clear();
}

Calendars::Calendars(db::Pool& pool, const Clock& clock, std::chrono::milliseconds trust,
                     OnImport on_import)
    : state_(new State{pool, clock, trust, std::move(on_import)}) {
    pool.refuse_on("calendar_year_pkey", {RefusalKind::kConflict, "calendar_year_taken", "/years"});
}

Calendars::~Calendars() = default;

std::shared_ptr<const WorkCalendar> Calendars::of(std::string_view county) {
    return state_->of(county);
}

Result<ImportedCalendar> Calendars::import(const db::Scope& scope, const CalendarFile& file) {
    const auto years = years_of(file);
    if (!years) return years.error();
    const auto now = state_->clock.now();
    auto outcome = db::in_transaction(
        state_->pool, scope, [&](db::Transaction& tx) -> Result<ImportedCalendar> {
            const auto known = load(tx, scope.county);
            const auto by = scope.account.is_nil() ? std::nullopt : std::optional{scope.account};
            ImportedCalendar done;
            for (auto year : *years) {
                const auto* before = known->find(year.year);
                if (same_days(before, year)) {
                    done.unchanged.push_back(year.year);
                    continue;
                }
                year.version = before == nullptr ? 1 : before->version + 1;
                store::insert_year(tx, scope.county, year, now, by);
                audit::record(tx, entry(scope, now, "calendar.import", "calendar_year",
                                        std::to_string(year.year)));
                done.imported.push_back(summary_of(year));
            }
            const bool tells = state_->on_import && !done.imported.empty();
            if (tells) state_->on_import(tx, scope.county, now);
            return done;
        });
    if (outcome) state_->forget();
    return outcome;
}

WorkingTime Calendars::working_time(std::string_view county) {
    return working_time_of(*state_->of(county));
}

Result<WorkingTime> Calendars::set_working_time(const db::Scope& scope, const WorkingTime& wanted) {
    const auto hours = WorkHours::parse(wanted.hours.str());
    if (!hours) return hours.error();
    const store::Setting setting{*hours, lights_of(wanted)};
    const auto now = state_->clock.now();
    auto outcome =
        db::in_transaction(state_->pool, scope, [&](db::Transaction& tx) -> Result<WorkingTime> {
            store::save_setting(tx, scope.county, setting);
            audit::record(
                tx, entry(scope, now, "calendar.set_hours", "calendar_setting", scope.county));
            return wanted;
        });
    if (outcome) state_->forget();
    return outcome;
}

}  // namespace jingwei::calendar
