#include <fmt/format.h>

#include <array>

#include "demo/names.h"
#include "demo/people.h"
#include "demo/world.h"

namespace jingwei::demo {

namespace {

struct OfficeName {
    std::string_view name;  ///< without the county's or town's name in front
    std::string_view duties;
};

constexpr std::array<OfficeName, 26> kDepartments{{
    {"城市管理局", "市容环境、户外广告、占道经营、环卫设施、园林绿化"},
    {"住房和城乡建设局", "房屋安全、物业管理、建筑工地、燃气"},
    {"生态环境局", "噪声、油烟、废气、污水"},
    {"交通运输局", "公路、客运、出租汽车、公共交通"},
    {"公安局", "治安、户籍、禁毒、养犬管理"},
    {"公安局交警大队", "交通秩序、交通事故、信号灯、停车"},
    {"水利局", "河道、供水、排水、防汛"},
    {"市场监督管理局", "食品药品安全、消费维权、特种设备、价格"},
    {"人力资源和社会保障局", "劳动报酬、就业、社会保险"},
    {"民政局", "低保、特困、养老、社会组织、社会救助"},
    {"教育局", "学校、幼儿园、校外培训"},
    {"卫生健康局", "医疗服务、公共卫生、妇幼健康"},
    {"应急管理局", "安全生产、防灾减灾"},
    {"消防救援大队", "消防安全、消防通道"},
    {"自然资源和规划局", "规划、土地、违法建设、地质灾害"},
    {"农业农村局", "农业生产、农田水利、动物防疫、农村人居环境"},
    {"司法局", "人民调解、法律援助"},
    {"医疗保障局", "居民医保参保与报销"},
    {"文化和旅游局", "文体活动、文化场所"},
    {"退役军人事务局", "优待、走访、帮扶"},
    {"残疾人联合会", "残疾人证、康复、辅具"},
    {"林业局", "林木病虫害、森林防火、野生动植物"},
    {"组织部", "党员联系服务、基层党建"},
    {"行政审批服务局", "政务服务、窗口作风"},
    {"供电公司", "供电、电力设施"},
    {"通信公司", "通信线缆、通信井盖"},
}};

constexpr std::array<OfficeName, 10> kStations{{
    {"综合行政执法队", "占道经营、违法建设、市容秩序"},
    {"公共事务服务中心", "环卫、绿化、市政设施的日常养护"},
    {"派出所", "治安、户籍"},
    {"司法所", "人民调解、法律服务"},
    {"便民服务中心", "社保、医保、民政事项的受理"},
    {"规划建设办公室", "房屋、道路、村镇建设"},
    {"应急管理办公室", "安全生产、消防、防汛"},
    {"农业农村办公室", "农业生产、水利、人居环境"},
    {"党建工作办公室", "党员联系服务、志愿服务"},
    {"社会事务办公室", "民政、养老、残疾人、卫生健康"},
}};

class Staffing {
public:
    explicit Staffing(World& world)
        : world_(world), names_(Random{world.seed, "names"}), random_(world.seed, "staff") {}

    void staff() {
        staff_county();
        for (std::size_t town = 0; town < world_.towns.size(); ++town)
            staff_town(static_cast<int>(town));
    }

private:
    static constexpr Where kCounty{Where::Level::kCounty, 0};

    int person(std::string login) {
        world_.people.push_back({names_.next(), names_.mobile(), std::move(login)});
        return static_cast<int>(world_.people.size()) - 1;
    }

    int open(std::string name, std::string_view short_name, OfficeKind kind, Where where,
             std::string_view duties) {
        world_.offices.push_back({std::move(name), std::string{short_name}, kind, where,
                                  names_.landline(), std::string{duties}});
        return static_cast<int>(world_.offices.size()) - 1;
    }

    void handler(int office, std::string login) {
        world_.roles.push_back({person(std::move(login)), "handler", std::nullopt, office});
    }

    void role(int person, std::string name, Where where) {
        world_.roles.push_back({person, std::move(name), where, std::nullopt});
    }

    void staff_county() {
        const std::string county{kCountyName};
        open(county + "网格化服务管理中心", "县网格中心", OfficeKind::kCentre, kCounty,
             "受理、分拨、督办、回访全县网格事件");
        for (int i = 1; i <= 3; ++i)
            role(person(fmt::format("county{}", i)), "dispatcher", kCounty);
        for (int i = 1; i <= 2; ++i)
            role(person(fmt::format("hotline{}", i)), "hotline_taker", kCounty);
        role(person("supervisor"), "supervisor", kCounty);
        role(person("system"), "admin_system", kCounty);
        role(person("security"), "security_officer", kCounty);
        role(person("auditor"), "auditor", kCounty);
        role(person("catalogue"), "catalogue_editor", kCounty);
        world_.posts.push_back({Duty::kCommander, kCounty, person(""), person("")});
        int number = 0;
        for (const auto& [name, duties] : kDepartments)
            handler(open("县" + std::string{name}, name, OfficeKind::kDepartment, kCounty, duties),
                    fmt::format("dept{:02}", ++number));
    }

    void staff_town(int index) {
        const Town& town = world_.towns[static_cast<std::size_t>(index)];
        const Where here{Where::Level::kTown, index};
        open(town.name + "网格化服务管理中心", "镇网格中心", OfficeKind::kCentre, here,
             "受理、分拨、核查本镇街网格事件");
        for (int i = 1; i <= 2; ++i)
            role(person(fmt::format("town{}{}", index + 1, i)), "dispatcher", here);
        world_.posts.push_back({Duty::kCommander, here, person(""), person("")});
        int number = 0;
        for (const auto& [name, duties] : kStations)
            handler(open(town.name + std::string{name}, name, OfficeKind::kStation, here, duties),
                    fmt::format("station{}{}", index + 1, ++number));
        std::vector<int> cadres;
        for (int i = 1; i <= 4; ++i)
            cadres.push_back(person(fmt::format("cadre{}{}", index + 1, i)));
        for (const int village : town.villages)
            staff_village(village, cadres);
    }

    void staff_village(int index, const std::vector<int>& cadres) {
        const Village& village = world_.villages[static_cast<std::size_t>(index)];
        const Where here{Where::Level::kVillage, index};
        const bool community = village.code < "200";
        const int committee = open(village.name + (community ? "居民委员会" : "村民委员会"),
                                   community ? "居委会" : "村委会", OfficeKind::kCommittee, here,
                                   "办理本村（社区）职责范围内的网格事件");
        const int secretary = person(fmt::format("village{:02}", index + 1));
        world_.posts.push_back({Duty::kSecretary, here, secretary, std::nullopt});
        role(secretary, "grid_lead", here);
        world_.roles.push_back({secretary, "handler", std::nullopt, committee});
        std::vector<int> workers;
        for (const int grid : village.grids)
            workers.push_back(person(fmt::format("grid{:02}", grid + 1)));
        for (std::size_t i = 0; i < village.grids.size(); ++i)
            staff_grid(village.grids[i], secretary, workers[i],
                       workers.size() > 1 ? std::optional{workers[(i + 1) % workers.size()]}
                                          : std::nullopt,
                       random_.pick(cadres));
    }

    void staff_grid(int index, int secretary, int worker, std::optional<int> stand_in, int cadre) {
        const Where here{Where::Level::kGrid, index};
        world_.posts.push_back({Duty::kLead, here, secretary, std::nullopt});
        world_.posts.push_back({Duty::kWorker, here, worker, stand_in});
        world_.posts.push_back({Duty::kInstructor, here, cadre, std::nullopt});
        if (random_.chance(0.5))
            world_.posts.push_back({Duty::kAssistant, here, person(""), std::nullopt});
        for (int i = random_.whole(1, 3); i > 0; --i)
            world_.posts.push_back({Duty::kMicroWorker, here, person(""), std::nullopt});
        role(worker, "grid_worker", here);
        if (stand_in) role(*stand_in, "grid_worker", here);
        role(cadre, "instructor", here);
    }

    World& world_;
    Names names_;
    Random random_;
};

}  // namespace

void staff_world(World& world) { Staffing{world}.staff(); }

}  // namespace jingwei::demo
