#include <gtest/gtest.h>

#include "cases/small_county.h"
#include "testing/database.h"

namespace jingwei::cases {
namespace {

grid::Node node(const char* path, grid::Level level, const char* name) {
    grid::Node made;
    made.id = Id<grid::Node>::make(kMonday);
    made.path = path;
    made.code = path;
    std::erase(made.code, '/');
    made.name = name;
    made.level = level;
    made.kind = level < grid::Level::kGrid ? grid::NodeKind::kDivision : grid::NodeKind::kGeneral;
    return made;
}

}  // namespace

SmallCounty::SmallCounty()
    : database_(std::make_unique<testing::Database>()),
      keys_({{1, std::string(KeyRing::kKeySize, 'k')}}) {
    make_territory();
    make_units();
    make_people();
    make_catalogue();
    publish_year(2026);
    register_refusals(pool());
    settings_ = std::make_unique<CaseSettings>(pool(), clock_);
    cases_ = std::make_unique<Cases>(parts());
}

CasesParts SmallCounty::parts() {
    return {.pool = pool(),
            .clock = clock_,
            .keys = keys_,
            .messages = messages_,
            .worlds = [this](auto) { return world_; }};
}

SmallCounty::~SmallCounty() = default;

db::Pool& SmallCounty::pool() { return database_->pool(); }
db::Pool& SmallCounty::owner() { return database_->owner(); }

void SmallCounty::publish_year(std::int32_t year) {
    years_.push_back(year);
    std::vector<calendar::YearCalendar> years;
    for (const auto known : years_)
        years.push_back({known, 0, "test", {}});
    world_.calendar = std::make_shared<calendar::WorkCalendar>(std::move(years));
}

void SmallCounty::set_numbers(const CaseNumbersBody& numbers) {
    SetCaseNumbers wanted;
    static_cast<CaseNumbersBody&>(wanted) = numbers;
    wanted.seen_version = settings_->of(kCountyPath)->last();
    EXPECT_TRUE(settings_->set(testing::Database::everything(), wanted));
    world_.loop = settings_->of(kCountyPath);
}

void SmallCounty::make_territory() {
    using enum grid::Level;
    nodes_ = {
        node(kCountyPath, kCounty, "示例县"),          node(kTownPath, kTown, "东镇"),
        node(kVillagePath, kVillage, "和平社区"),      node(kGridPath, kGrid, "第一网格"),
        node(kOtherVillagePath, kVillage, "团结社区"), node(kOtherGridPath, kGrid, "第一网格")};
    // The one place that is drawn.
    nodes_.back().boundary = {
        {{{118.70, 35.79}, {118.71, 35.79}, {118.71, 35.80}, {118.70, 35.80}, {118.70, 35.79}},
         {}}};
    for (auto& child : nodes_) {
        for (const auto& above : nodes_) {
            if (child.path.substr(0, child.path.rfind('/')) == above.path && &child != &above) {
                child.parent = above.id;
            }
        }
    }
    world_.territory = std::make_shared<grid::Territory>(kCountyPath, 1, nodes_);
}

void SmallCounty::make_units() {
    std::vector<Unit> units;
    const auto add = [&](const char* name, const char* path, grid::UnitKind kind) {
        Unit& unit = units.emplace_back();
        unit.id = Id<Unit>::make(kMonday);
        unit.name = name;
        unit.path = path;
        unit.kind = kind;
        unit.phone = "0539-1000000";
        units_[name] = unit.id;
    };
    add("县中心", kCountyPath, grid::UnitKind::kCentre);
    add("镇中心", kTownPath, grid::UnitKind::kCentre);
    add("路灯所", kTownPath, grid::UnitKind::kStation);
    add("城管办", kTownPath, grid::UnitKind::kDepartment);
    add("居委会", kVillagePath, grid::UnitKind::kCommittee);
    world_.units = std::make_shared<grid::Units>(1, std::move(units));
}

void SmallCounty::add_person(const std::string& name, std::string_view role,
                             std::optional<std::string> path, std::optional<std::string> unit,
                             std::optional<staff::PostKind> post) {
    const auto account = Id<Account>::make(kMonday);
    access::Grant grant;
    grant.id = Id<access::RoleGrant>::make(kMonday);
    grant.role = role;
    grant.path = path;
    if (unit) grant.unit = units_.at(*unit);
    grant.valid_from = kMonday - std::chrono::days{365};
    access::Principal::Who who;
    who.county = kCountyPath;
    who.account = account;
    who.login = who.display_name = name;
    people_[name] = std::make_unique<access::Principal>(who, std::vector{grant});
    if (!post) return;
    staff::Member& member = members_.emplace_back();
    member.id = Id<staff::Member>::make(kMonday);
    member.name = name;
    member.account = account;
    staff::Post& held = posts_.emplace_back();
    held.id = Id<staff::Post>::make(kMonday);
    held.node = world_.territory->by_path(path == kVillagePath ? kGridPath : *path)->id;
    held.path = path == kVillagePath ? kGridPath : *path;
    held.kind = *post;
    held.title = name;
    held.term = {grant.valid_from, std::nullopt};
    staff::Holding& holding = holdings_.emplace_back();
    holding.id = Id<staff::Holding>::make(kMonday);
    holding.post = held.id;
    holding.member = member.id;
    holding.term = held.term;
}

void SmallCounty::make_people() {
    using staff::PostKind;
    namespace role = access::role;
    add_person("worker", role::kGridWorker, kGridPath, {}, PostKind::kWorker);
    add_person("lead", role::kGridLead, kVillagePath, {}, PostKind::kLead);
    add_person("stranger", role::kGridLead, kOtherVillagePath, {});
    add_person("dispatcher", role::kDispatcher, kTownPath, {});
    add_person("second dispatcher", role::kDispatcher, kTownPath, {});
    add_person("county dispatcher", role::kDispatcher, kCountyPath, {});
    add_person("lamp unit", role::kHandler, {}, "路灯所");
    add_person("other unit", role::kHandler, {}, "城管办");
    add_person("supervisor", role::kSupervisor, kCountyPath, {});
    add_person("call taker", role::kHotlineTaker, kCountyPath, {});
    add_person("second call taker", role::kHotlineTaker, kCountyPath, {});
    add_person("confidant", role::kConfidant, kTownPath, {});
    world_.roster = std::make_shared<staff::Roster>(1, members_, posts_, holdings_);
}

void SmallCounty::make_catalogue() {
    Matter matter;
    matter.id = lamp_;
    matter.code = "0701";
    matter.class_code = "07";
    matter.subclass_code = "070";
    matter.name_zh = "路灯不亮";
    matter.name_en = "Street lamp out";
    matter.grid_may_close = true;
    matter.responsible = {{grid::Level::kTown, "路灯所", true},
                          {grid::Level::kVillage, "居委会", true}};
    matter.valid_from = kMonday - std::chrono::days{365};
    world_.catalogue = std::make_shared<matter::Catalogue>(
        kCountyPath, std::vector<matter::MatterClass>{{"07", "城镇管理", "Town management"}},
        std::vector<matter::MatterSubclass>{{"070", "07", "市政设施", "Public facilities"}},
        std::vector{matter});
}

ReportCase SmallCounty::lamp_report() const {
    ReportCase report;
    report.id = Id<Case>::make(clock_.now());
    report.step_id = Id<Step>::make(clock_.now());
    report.matter = lamp_;
    report.description = "和平路口路灯不亮，晚上看不见路";
    report.path = Path{kGridPath};
    report.point = Point{118.63, 35.79};
    report.address = Text<1, 200>{"和平路 12 号"};
    report.reporter = ReporterBody{Text<1, 60>{"王小明"}, Text<5, 30>{"13812345678"}, {}, {}};
    return report;
}

StepReceipt SmallCounty::reported() {
    return cases_->report(person("worker"), lamp_report()).value();
}

StepInput SmallCounty::input(Action action, std::string text) const {
    StepInput made;
    made.action = action;
    made.step_id = Id<Step>::make(clock_.now());
    made.text = std::move(text);
    return made;
}

Result<StepReceipt> SmallCounty::act(const std::string& name, const StepReceipt& on,
                                     StepInput input) {
    input.expected_step = on.step_no;
    return cases_->act(person(name), on.case_id, input);
}

Result<StepReceipt> SmallCounty::act(const std::string& name, const StepReceipt& on, Action action,
                                     std::string text) {
    return act(name, on, input(action, std::move(text)));
}

StepReceipt SmallCounty::done(const std::string& name, const StepReceipt& on, StepInput input) {
    const auto receipt = act(name, on, input);
    EXPECT_TRUE(receipt) << name << ' ' << enum_name(input.action) << ": "
                         << (receipt ? "" : receipt.error().code);
    return receipt ? *receipt : on;
}

StepReceipt SmallCounty::done(const std::string& name, const StepReceipt& on, Action action) {
    return done(name, on, input(action));
}

CaseView SmallCounty::view(const std::string& name, const StepReceipt& of) {
    return cases_->view(person(name), of.case_id, Language::kChinese).value();
}

StepReceipt SmallCounty::handled() {
    using enum Action;
    auto at = reported();
    at = done("lead", at, kPassUp);
    at = done("dispatcher", at, kAssign);
    at = done("lamp unit", at, kSign);
    return done("lamp unit", at, kHandle);
}

StepReceipt SmallCounty::closed() {
    using enum Action;
    auto at = handled();
    at = done("worker", at, kVerifyPass);
    at = done("dispatcher", at, input(kAnswer, "已修好"));
    return done("dispatcher", at, kClose);
}

}  // namespace jingwei::cases
