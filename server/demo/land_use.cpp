#include "demo/land_use.h"

#include <array>
#include <cmath>
#include <limits>

#include "demo/names.h"

namespace jingwei::demo {

namespace {

/// What a county seat has once or a few times: where, and about how large.
struct Landmark {
    LandUse use;
    std::string_view name;
    int column;
    int row;
    double area_m2;
};

constexpr std::array<Landmark, 20> kLandmarks{{
    {LandUse::kGovernment, "云溪县政务服务中心", 4, 1, 34'000},
    {LandUse::kSquare, "云阳广场", 4, 1, 16'000},
    {LandUse::kPark, "文昌公园", 2, 1, 30'000},
    {LandUse::kPark, "南桥公园", 4, 3, 22'000},
    {LandUse::kPark, "双井公园", 2, 4, 24'000},
    {LandUse::kSchool, "云溪县第一中学", 1, 1, 36'000},
    {LandUse::kSchool, "云溪县实验小学", 3, 2, 16'000},
    {LandUse::kSchool, "锦绣学校", 5, 2, 32'000},
    {LandUse::kSchool, "临溪镇中心小学", 1, 3, 28'000},
    {LandUse::kSchool, "南桥中学", 4, 4, 30'000},
    {LandUse::kHospital, "云溪县人民医院", 3, 1, 30'000},
    {LandUse::kHospital, "临溪镇卫生院", 1, 4, 18'000},
    {LandUse::kMarket, "钟楼农贸市场", 2, 2, 10'000},
    {LandUse::kMarket, "南桥农贸市场", 3, 3, 10'000},
    {LandUse::kMarket, "锦绣农贸市场", 4, 2, 18'000},
    {LandUse::kBusStation, "云溪汽车客运站", 3, 4, 24'000},
    {LandUse::kCareHome, "临溪镇养老服务中心", 2, 4, 18'000},
    {LandUse::kMarket, "青石镇集贸市场", 5, 3, 16'000},
    {LandUse::kCompound, "青石镇政府家属院", 5, 3, 30'000},
    {LandUse::kPark, "湿地公园", 0, 3, 90'000},
}};

LandUse ordinary_use(Zone zone, Random& random) {
    switch (zone) {
        case Zone::kOld:
            return random.chance(0.86) ? LandUse::kOldTown : LandUse::kCompound;
        case Zone::kNew:
            return LandUse::kCompound;
        case Zone::kCivic:
            return LandUse::kCompound;
        case Zone::kIndustry:
            return LandUse::kFactory;
        case Zone::kRural:
            return random.chance(0.6) ? LandUse::kHamlet : LandUse::kField;
        case Zone::kHills:
            return random.chance(0.35) ? LandUse::kHamlet : LandUse::kWood;
    }
    return LandUse::kField;
}

class Planner {
public:
    Planner(const StreetMap& map, Random& random) : map_(map), random_(random) {}

    std::vector<Block> plan() {
        for (const Quarter& quarter : map_.quarters)
            add_blocks(quarter);
        for (const Landmark& landmark : kLandmarks)
            place(landmark);
        give_each_grid_a_home();
        for (Block& block : blocks_)
            if (block.use == LandUse::kCompound && block.name.empty()) block.name = compound_name();
        return std::move(blocks_);
    }

private:
    void add_blocks(const Quarter& quarter) {
        for (const Mesh::Face grid : quarter.grids) {
            for (const Mesh::Face face : map_.mesh.leaves(grid)) {
                blocks_.push_back(
                    {ordinary_use(quarter.zone, random_), "", map_.mesh.ring(face), grids_, {}});
                quarters_.push_back(&quarter);
                taken_.push_back(false);
            }
            ++grids_;
        }
    }

    void place(const Landmark& landmark) {
        std::size_t best = blocks_.size();
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const Quarter& quarter = *quarters_[i];
            if (taken_[i] || quarter.column != landmark.column || quarter.row != landmark.row)
                continue;
            const double off = std::abs(area(blocks_[i].ring) - landmark.area_m2);
            if (off < least) best = i;
            least = std::min(least, off);
        }
        if (best == blocks_.size()) return;
        taken_[best] = true;
        blocks_[best].use = landmark.use;
        blocks_[best].name = landmark.name;
    }

    /// Nobody answers for a grid in which nobody lives or works.
    void give_each_grid_a_home() {
        std::vector<bool> lived_in(static_cast<std::size_t>(grids_), false);
        for (const Block& block : blocks_)
            if (block.use <= LandUse::kOldTown || block.use == LandUse::kHamlet ||
                block.use == LandUse::kFactory)
                lived_in[static_cast<std::size_t>(block.grid)] = true;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const auto grid = static_cast<std::size_t>(blocks_[i].grid);
            if (lived_in[grid] || taken_[i]) continue;
            blocks_[i].use = LandUse::kHamlet;
            lived_in[grid] = true;
        }
    }

    std::string compound_name() {
        const std::size_t turn = compounds_++;
        const auto& stem = kCompoundStems[(turn * 7) % kCompoundStems.size()];
        const auto& tail =
            kCompoundTails[(turn + turn / kCompoundStems.size()) % kCompoundTails.size()];
        return std::string{stem} + std::string{tail};
    }

    const StreetMap& map_;
    Random& random_;
    std::vector<Block> blocks_;
    std::vector<const Quarter*> quarters_;
    std::vector<bool> taken_;
    int grids_ = 0;
    std::size_t compounds_ = 0;
};

}  // namespace

std::vector<Block> plan_land_use(const StreetMap& map, Random& random) {
    return Planner{map, random}.plan();
}

}  // namespace jingwei::demo
