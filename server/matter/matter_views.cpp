#include "matter/matter_state.h"

namespace jingwei::matter {
namespace {

constexpr LimitStage kStages[] = {
    LimitStage::kScreen, LimitStage::kSign,        LimitStage::kHandle,        LimitStage::kVerify,
    LimitStage::kAnswer, LimitStage::kArrivalTown, LimitStage::kArrivalCountry};

/// The class of that code at the end of `classes`, put there when it is another.
template <class View, class Named>
View& last_of(std::vector<View>& views, const std::string& code, const Named* named) {
    if (views.empty() || views.back().code != code) {
        views.push_back({code,
                         named == nullptr ? code : named->name_zh,
                         named == nullptr ? std::string{} : named->name_en,
                         {}});
    }
    return views.back();
}

}  // namespace

MatterLine line_of(const Matter& matter) {
    return {matter.id,      matter.code,     matter.name_zh,   matter.name_en,
            matter.bearing, matter.severity, matter.emergency, matter.grid_may_close};
}

MatterView view_of(const Catalogue& catalogue, const Matter& matter, Time now) {
    MatterView view;
    view.id = matter.id;
    view.version = matter.version;
    view.class_code = matter.class_code;
    view.subclass_code = matter.subclass_code;
    const auto [subclass, of_class] = catalogue.lineage(matter);
    if (of_class != nullptr) {
        view.class_name_zh = of_class->name_zh;
        view.class_name_en = of_class->name_en;
    }
    if (subclass != nullptr) {
        view.subclass_name_zh = subclass->name_zh;
        view.subclass_name_en = subclass->name_en;
    }
    view.valid_from = matter.valid_from;
    view.valid_to = matter.valid_to;
    view.in_force = matter.in_force(now);
    view.content = file_of(matter);
    for (const auto stage : kStages) {
        const auto limit = catalogue.limit(matter, stage);
        if (limit) view.limits.push_back({stage, {}, *limit});
    }
    return view;
}

CatalogueView tree_of(const Catalogue& catalogue, Time now) {
    CatalogueView tree{catalogue.version(), {}};
    for (const auto* matter : catalogue.in_force(now)) {
        const auto [subclass, of_class] = catalogue.lineage(*matter);
        auto& class_view = last_of(tree.classes, matter->class_code, of_class);
        auto& subclass_view = last_of(class_view.subclasses, matter->subclass_code, subclass);
        subclass_view.matters.push_back(line_of(*matter));
    }
    return tree;
}

Suggestions suggestions_of(const Catalogue& catalogue, std::string_view text, Time now) {
    Suggestions found;
    for (auto& one : suggest(catalogue, text, now)) {
        const auto* of_class = catalogue.lineage(*one.matter).of_class;
        found.items.push_back(
            {line_of(*one.matter), of_class == nullptr ? std::string{} : of_class->name_zh,
             of_class == nullptr ? std::string{} : of_class->name_en, std::move(one.words)});
    }
    return found;
}

}  // namespace jingwei::matter
