#include "matter/matter_store.h"

#include <map>

#include "core/dto.h"
#include "matter/statements.h"

namespace jingwei::matter::store {

struct ClassRow {
    std::string code;
    std::string name_zh;
    std::string name_en;
    std::int32_t position;
};
BOOST_DESCRIBE_STRUCT(ClassRow, (), (code, name_zh, name_en, position))

struct SubclassRow {
    std::string code;
    std::string class_code;
    std::string name_zh;
    std::string name_en;
    std::int32_t position;
};
BOOST_DESCRIBE_STRUCT(SubclassRow, (), (code, class_code, name_zh, name_en, position))

struct MatterRow {
    Id<Matter> id;
    std::int32_t version;
    std::string code;
    std::string class_code;
    std::string subclass_code;
    std::string name_zh;
    std::string name_en;
    std::string guidance_zh;
    std::string guidance_en;
    Bearing bearing;
    Funding funding;
    Severity severity;
    Evidence evidence;
    bool grid_may_close;
    bool is_public;
    bool emergency;
    std::vector<std::string> keywords;
    std::optional<db::Json> form;
    Time valid_from;
    std::optional<Time> valid_to;
};
BOOST_DESCRIBE_STRUCT(MatterRow, (),
                      (id, version, code, class_code, subclass_code, name_zh, name_en, guidance_zh,
                       guidance_en, bearing, funding, severity, evidence, grid_may_close, is_public,
                       emergency, keywords, form, valid_from, valid_to))

struct UnitRow {
    Id<Matter> matter_id;
    std::int32_t version;
    grid::Level level;
    std::string unit;
    bool lead;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (matter_id, version, level, unit, lead))

struct LimitRow {
    Id<Matter> matter_id;
    std::int32_t version;
    LimitStage stage;
    std::string unit;
    std::int32_t amount;
    calendar::LimitUnit amount_unit;
};
BOOST_DESCRIBE_STRUCT(LimitRow, (), (matter_id, version, stage, unit, amount, amount_unit))

struct CatalogueRow {
    std::string title;
    std::string source;
    db::Json limits;
};
BOOST_DESCRIBE_STRUCT(CatalogueRow, (), (title, source, limits))

namespace {

using Limits = std::vector<FileLimit>;
using Version = std::pair<Id<Matter>, std::int32_t>;

Matter matter_of(MatterRow row) {
    Matter matter;
    matter.id = row.id;
    matter.version = row.version;
    matter.code = std::move(row.code);
    matter.class_code = std::move(row.class_code);
    matter.subclass_code = std::move(row.subclass_code);
    matter.name_zh = std::move(row.name_zh);
    matter.name_en = std::move(row.name_en);
    matter.guidance_zh = std::move(row.guidance_zh);
    matter.guidance_en = std::move(row.guidance_en);
    matter.bearing = row.bearing;
    matter.funding = row.funding;
    matter.severity = row.severity;
    matter.evidence = row.evidence;
    matter.grid_may_close = row.grid_may_close;
    matter.is_public = row.is_public;
    matter.emergency = row.emergency;
    matter.keywords = std::move(row.keywords);
    if (row.form) matter.form = Json{std::move(row.form->text)};
    matter.valid_from = row.valid_from;
    matter.valid_to = row.valid_to;
    return matter;
}

std::vector<Matter> versions(db::Transaction& tx, std::string_view county) {
    auto rows = tx.later<MatterRow>(sql::list_matters, county);
    auto units = tx.later<UnitRow>(sql::list_units, county);
    auto limits = tx.later<LimitRow>(sql::list_limits, county);
    std::vector<Matter> found;
    std::map<Version, std::size_t> place;
    for (auto& row : rows.all()) {
        place[{row.id, row.version}] = found.size();
        found.push_back(matter_of(std::move(row)));
    }
    for (auto& row : units.all()) {
        auto& matter = found[place.at({row.matter_id, row.version})];
        matter.responsible.push_back({row.level, std::move(row.unit), row.lead});
    }
    for (auto& row : limits.all()) {
        auto& matter = found[place.at({row.matter_id, row.version})];
        auto unit = row.unit.empty() ? std::nullopt : std::optional{std::move(row.unit)};
        matter.limits.push_back({row.stage, std::move(unit), {row.amount, row.amount_unit}});
    }
    return found;
}

/// The limits that the county states, and ours for the stages of which it says nothing.
std::vector<StageLimit> defaults_of(const std::optional<CatalogueRow>& row) {
    auto limits = Catalogue::shipped_limits();
    if (!row) return limits;
    for (const auto& stated : dto::parse<Limits>(row->limits.text).value()) {
        std::erase_if(limits, [&](const StageLimit& one) { return one.stage == stated.stage; });
        limits.push_back({stated.stage, {}, stated.limit});
    }
    return limits;
}

db::Json json_of(const std::vector<StageLimit>& limits) {
    Limits files;
    for (const auto& one : limits)
        files.push_back({one.stage, {}, one.limit});
    return {dto::print(files)};
}

}  // namespace

std::int64_t version(db::Transaction& tx, std::string_view county) {
    return tx.maybe<std::int64_t>(sql::find_version, county).value_or(0);
}

void move_version(db::Transaction& tx, std::string_view county) {
    tx.queue(sql::move_version, county);
}

std::shared_ptr<const Catalogue> read(db::Transaction& tx, std::string_view county) {
    const auto number = version(tx, county);
    const auto frame = tx.maybe<CatalogueRow>(sql::find_catalogue, county);
    std::vector<MatterClass> classes;
    for (auto& row : tx.all<ClassRow>(sql::list_classes, county)) {
        classes.push_back({row.code, row.name_zh, row.name_en, row.position});
    }
    std::vector<MatterSubclass> subclasses;
    for (auto& row : tx.all<SubclassRow>(sql::list_subclasses, county)) {
        subclasses.push_back({row.code, row.class_code, row.name_zh, row.name_en, row.position});
    }
    return std::make_shared<const Catalogue>(std::string(county), std::move(classes),
                                             std::move(subclasses), versions(tx, county),
                                             defaults_of(frame), number);
}

void save_frame(db::Transaction& tx, std::string_view county, const CatalogueContent& content,
                Time now) {
    tx.queue(sql::save_catalogue, county, content.title, content.source, json_of(content.limits));
    std::vector<std::string> kept;
    for (const auto& one : content.classes) {
        tx.queue(sql::save_class, county, one.code, one.name_zh, one.name_en, one.position, now);
        kept.push_back(one.code);
    }
    tx.queue(sql::end_other_classes, county, kept, now);
    kept.clear();
    for (const auto& one : content.subclasses) {
        tx.queue(sql::save_subclass, county, one.code, one.class_code, one.name_zh, one.name_en,
                 one.position, now);
        kept.push_back(one.code);
    }
    tx.queue(sql::end_other_subclasses, county, kept, now);
}

void insert(db::Transaction& tx, std::string_view county, const Matter& one) {
    const auto form = one.form ? std::optional{db::Json{one.form->text}} : std::nullopt;
    tx.queue(sql::insert_matter, county, one.id, one.version, one.code, one.class_code,
             one.subclass_code, one.name_zh, one.name_en, one.guidance_zh, one.guidance_en,
             one.bearing, one.funding, one.severity, one.evidence, one.grid_may_close,
             one.is_public, one.emergency, one.keywords, form, one.valid_from);
    std::int32_t position = 0;
    for (const auto& unit : one.responsible) {
        tx.queue(sql::insert_unit, county, one.id, one.version, position++, unit.level, unit.unit,
                 unit.lead);
    }
    for (const auto& limit : one.limits) {
        tx.queue(sql::insert_limit, county, one.id, one.version, limit.stage,
                 limit.unit.value_or(""), limit.limit.amount, limit.limit.unit);
    }
}

db::Pending<bool> close(db::Transaction& tx, std::string_view county, const Matter& version,
                        Time at) {
    return tx.later<bool>(sql::close_version, county, version.id, version.version, at);
}

}  // namespace jingwei::matter::store
