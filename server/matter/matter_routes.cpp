#include "access/principal.h"
#include "http/routes.h"
#include "matter/matter_state.h"

namespace jingwei::matter {
namespace {

using access::permission::kMatterEdit;
using access::permission::kMatterRead;

Result<MatterView> show(const Catalogue& catalogue, Id<Matter> id, Time now) {
    const auto* found = catalogue.find(id);
    if (found == nullptr) return Refusal{RefusalKind::kNotFound, "matter_unknown"};
    return view_of(catalogue, *found, now);
}

}  // namespace

void Matters::add_routes(http::Routes& routes) {
    const auto ours = [this](const auto& call) {
        return catalogue(access::principal(call).county());
    };
    const auto now = [this] { return state_->clock.now(); };
    const auto editor = [](const auto& call) { return access::principal(call).scope(kMatterEdit); };

    routes.get<Nothing, CatalogueView>(
        "/api/v1/matters", kMatterRead,
        [=](const auto& call) -> Result<CatalogueView> { return tree_of(*ours(call), now()); },
        "The catalogue in force: classes, subclasses, matters");
    routes.get<Nothing, MatterView>(
        "/api/v1/matters/{id}", kMatterRead,
        [=](const auto& call) {
            return show(*ours(call), call.template path_id<Matter>("id"), now());
        },
        "A matter: who answers for it, its limits, its form");
    routes.post<SuggestBody, Suggestions>(
        "/api/v1/matters/suggestions", kMatterRead,
        [=](const auto& call) -> Result<Suggestions> {
            return suggestions_of(*ours(call), call.body.text.str(), now());
        },
        "The matters that a description speaks for");
    routes.post<CatalogueFile, ImportedCatalogue>(
        "/api/v1/matters/import", kMatterEdit,
        [=, this](const auto& call) { return import(editor(call), call.body); },
        "Make a file the county's catalogue");
    routes.post<AddMatter, MatterView>(
        "/api/v1/matters", kMatterEdit,
        [=, this](const auto& call) { return add(editor(call), call.body); }, "Add a matter");
    routes.put<ChangeMatter, MatterView>(
        "/api/v1/matters/{id}", kMatterEdit,
        [=, this](const auto& call) {
            return change(editor(call), call.template path_id<Matter>("id"), call.body);
        },
        "Change a matter: a new version of it begins");
    routes.post<EndMatter, MatterView>(
        "/api/v1/matters/{id}/end", kMatterEdit,
        [=, this](const auto& call) {
            return end(editor(call), call.template path_id<Matter>("id"), call.body);
        },
        "End a matter: new cases may not cite it");
}

}  // namespace jingwei::matter
