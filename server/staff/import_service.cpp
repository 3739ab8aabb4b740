#include <algorithm>

#include "access/principal.h"
#include "core/csv.h"
#include "grid/uploaded_text.h"
#include "http/routes.h"
#include "staff/roster_import.h"
#include "staff/staff_state.h"

namespace jingwei::staff {
namespace {

using access::principal;
using access::permission::kStaffEdit;
using access::permission::kStaffRead;

grid::ImportReport report_of(const RosterPlan& plan) {
    return grid::report_of(plan.created(), plan.changed(), plan.unchanged, plan.faults);
}

Result<grid::ImportReport> import_file(Staff& staff, const http::Call<grid::ImportForm>& call) {
    const auto text = grid::uploaded_text(call.files());
    if (!text) return text.error();
    const bool dry_run = call.body.dry_run.value_or(false);
    return grid::in_words(staff.import_roster(principal(call).scope(kStaffEdit), *text, dry_run),
                          call);
}

const std::string& path_of(const RosterPlan& plan, const Roster& roster, Id<Post> post) {
    const auto made = std::ranges::find(plan.posts, post, &Post::id);
    return made != plan.posts.end() ? made->path : roster.post(post)->path;
}

/// People first, then posts, then who leaves, then who comes.
void write(const Staff::State& state, db::Transaction& tx, const db::Scope& scope,
           const RosterPlan& plan, const Roster& roster) {
    const auto& county = scope.county;
    for (const Member& member : plan.members) {
        store::insert_member(tx, county, member);
        state.record(tx, scope, "member.create", "staff_member", member.id.text());
    }
    for (const Member& member : plan.changed_members) {
        store::save_member(tx, county, member);
        state.record(tx, scope, "member.change", "staff_member", member.id.text());
    }
    for (const Post& post : plan.posts) {
        store::insert_post(tx, county, post);
        state.record(tx, scope, "post.create", "post", post.id.text());
    }
    for (const Post& post : plan.changed_posts) {
        store::save_post(tx, county, post);
        state.record(tx, scope, "post.change", "post", post.id.text());
    }
    for (const auto& [holding, at] : plan.ends) {
        store::end_holding(tx, county, holding, at);
        state.record(tx, scope, "post.dismiss", "post_holding", holding.text());
    }
    for (const Holding& holding : plan.holdings) {
        store::insert_holding(tx, county, holding, path_of(plan, roster, holding.post));
        state.record(tx, scope, "post.appoint", "post_holding", holding.id.text());
    }
}

}  // namespace

Result<grid::ImportReport> Staff::import_roster(const db::Scope& scope, std::string_view text,
                                                bool dry_run) {
    const auto before = roster(scope.county);
    const auto plan =
        plan_roster(text, *state_->grid.territory(scope.county), *before,
                    access::logins_inside(state_->pool, scope), scope, state_->clock.now());
    if (!plan) return plan.error();
    const bool moves = plan->created() + plan->changed() > 0;
    if (!plan->faults.empty() || dry_run) return report_of(*plan);
    auto report = report_of(*plan);
    report.written = true;
    if (!moves) return report;
    return state_->write<grid::ImportReport>(
        scope, [&](db::Transaction& tx) -> Result<grid::ImportReport> {
            write(*state_, tx, scope, *plan, *before);
            return report;
        });
}

std::string Staff::exported_roster(const db::Scope& scope, Language language) {
    const auto& county = scope.county;
    return export_roster(*state_->grid.territory(county), *roster(county),
                         access::logins_inside(state_->pool, scope), language, state_->clock.now());
}

void Staff::add_import_routes(http::Routes& routes) {
    routes.upload<grid::ImportForm, grid::ImportReport>(
        "/api/v1/posts/import", kStaffEdit, {.file_bytes = csv::kMaxBytes},
        [this](const auto& call) { return import_file(*this, call); },
        "Import posts and who holds them as CSV, everything or nothing");
    routes.get_raw<Nothing>(
        "/api/v1/posts/export", kStaffRead,
        [this](const http::Call<Nothing>& call) -> Result<http::Reply> {
            return http::Reply::of(
                       "text/csv; charset=utf-8",
                       exported_roster(principal(call).scope(kStaffEdit), call.language))
                .download_as("posts.csv");
        },
        "Open posts and who holds them as CSV", "text/csv");
}

}  // namespace jingwei::staff
