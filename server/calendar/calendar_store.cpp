#include "calendar/calendar_store.h"

#include "calendar/statements.h"

namespace jingwei::calendar::store {

struct YearRow {
    std::int32_t year;
    std::int32_t version;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(YearRow, (), (year, version, source))

struct DayRow {
    Day day;
    bool working;
    Holiday holiday;
    std::string name_zh;
    std::string name_en;
};
BOOST_DESCRIBE_STRUCT(DayRow, (), (day, working, holiday, name_zh, name_en))

struct SettingRow {
    std::string hours;
    std::int32_t yellow_percent;
    std::int32_t yellow_working_days;
    std::int32_t yellow_minutes;
};
BOOST_DESCRIBE_STRUCT(SettingRow, (), (hours, yellow_percent, yellow_working_days, yellow_minutes))

std::int64_t version(db::Transaction& tx, std::string_view county) {
    return tx.one<std::int64_t>(sql::find_version, county);
}

std::vector<YearCalendar> years(db::Transaction& tx, std::string_view county) {
    std::vector<YearCalendar> found;
    for (const auto& row : tx.all<YearRow>(sql::list_years, county)) {
        YearCalendar year{row.year, row.version, row.source, {}};
        for (auto& day : tx.all<DayRow>(sql::list_days, county, row.year, row.version)) {
            year.days.push_back({day.day, day.working, day.holiday, std::move(day.name_zh),
                                 std::move(day.name_en)});
        }
        found.push_back(std::move(year));
    }
    return found;
}

std::optional<Setting> setting(db::Transaction& tx, std::string_view county) {
    const auto row = tx.maybe<SettingRow>(sql::find_setting, county);
    if (!row) return std::nullopt;
    return Setting{WorkHours::parse(row->hours).value(),
                   {row->yellow_percent, row->yellow_working_days, row->yellow_minutes}};
}

void insert_year(db::Transaction& tx, std::string_view county, const YearCalendar& year, Time at,
                 std::optional<Id<Account>> by) {
    tx.queue(sql::insert_year, county, year.year, year.version, year.source, at, by);
    std::vector<Day> days;
    std::vector<std::int32_t> working;
    std::vector<Holiday> holidays;
    std::vector<std::string> names_zh;
    std::vector<std::string> names_en;
    for (const auto& one : year.days) {
        days.push_back(one.day);
        working.push_back(one.working ? 1 : 0);
        holidays.push_back(one.holiday);
        names_zh.push_back(one.name_zh);
        names_en.push_back(one.name_en);
    }
    tx.queue(sql::insert_days, county, year.year, year.version, days, working, holidays, names_zh,
             names_en);
}

void save_setting(db::Transaction& tx, std::string_view county, const Setting& setting) {
    tx.queue(sql::save_setting, county, setting.hours.text(), setting.lights.percent,
             setting.lights.working_days, setting.lights.minutes);
}

}  // namespace jingwei::calendar::store
