#include "access/principal.h"
#include "http/routes.h"
#include "staff/qr_code.h"
#include "staff/staff_state.h"
#include "staff/staff_views.h"

namespace jingwei::staff {
namespace {

using access::principal;
using access::permission::kStaffEdit;
using access::permission::kStaffRead;

/// A grid by its code alone, whose first six digits are the county.
struct Found {
    std::string county;
    std::shared_ptr<const grid::Territory> territory;
    const grid::Node* node = nullptr;
};

Result<Found> find_grid(grid::Grid& grid, std::string_view code) {
    const auto county = code.substr(0, 6);
    const bool is_county =
        county.size() == 6 && county.find_first_not_of("0123456789") == std::string_view::npos;
    if (!is_county) return unknown("card_unknown");
    Found found{std::string(county), grid.territory(county), nullptr};
    found.node = found.territory->by_code(code);
    if (!found.node) return unknown("card_unknown");
    return found;
}

Result<CardView> show_card(Staff& staff, grid::Grid& grid, std::string_view code, Time now,
                           const std::string& public_url) {
    const auto found = find_grid(grid, code);
    if (!found) return found.error();
    auto card = card_of(*found->territory, *found->node, *staff.roster(found->county), now);
    card.complaint_phone = grid.setting(found->county).complaint_phone;
    card.url = public_url + "/grids/" + found->node->code;
    card.qr_svg = qr_svg(card.url);
    return card;
}

Result<http::Reply> photo(const files::Files& files, const std::string& county, Id<File> id,
                          const PhotoQuery& query, std::string caching) {
    const auto found =
        files.find(db::Scope::nobody(county), id, query.size.value_or(files::Size::kThumb));
    if (!found) return found.error();
    auto reply = http::Reply::whole_file(found->path, found->media_type, found->name);
    reply.with("Cache-Control", std::move(caching));
    return reply;
}

/// Only what hangs on the board in the street now: any other file is not there.
Result<http::Reply> public_photo(Staff& staff, grid::Grid& grid, const files::Files& files,
                                 const http::Call<PhotoQuery>& call, Time now) {
    const auto found = find_grid(grid, call.path("code"));
    if (!found) return found.error();
    const auto id = call.path_id<File>("id");
    if (!is_on_card(*staff.roster(found->county), *found->node, id, now)) {
        return unknown("card_photo_unknown");
    }
    // Not for long: who leaves the post leaves the board.
    return photo(files, found->county, id, call.body, "public, max-age=300");
}

Result<http::Reply> staff_photo(Staff& staff, const files::Files& files,
                                const http::Call<PhotoQuery>& call) {
    const auto& county = principal(call).county();
    const auto roster = staff.roster(county);
    const Member* member = roster->member(call.path_id<Member>("id"));
    if (!member) return unknown("member_unknown");
    if (!member->photo) return unknown("member_has_no_photo");
    return photo(files, county, *member->photo, call.body, "private, no-cache");
}

/// The file gets its id here: one from outside could be the file of a case.
Result<MemberView> take_photo(Staff& staff, const files::Files& files, const Clock& clock,
                              const http::Call<Nothing>& call) {
    const auto scope = principal(call).scope(kStaffEdit);
    const auto id = call.path_id<Member>("id");
    const auto roster = staff.roster(scope.county);
    const Member* member = roster->member(id);
    if (!member) return unknown("member_unknown");
    if (auto allowed = check_scope(scope, member->path); !allowed) return allowed.error();
    if (call.files().empty()) return Refusal{RefusalKind::kInvalid, "file_missing", "/file"};
    const auto& part = call.files().front();
    const auto kept =
        files.take_in(scope, Id<File>::make(clock.now()), part.file_name(), part.path());
    if (!kept) return kept.error();
    if (!kept->width) return Refusal{RefusalKind::kInvalid, "member_photo_no_photo", "/file"};
    const auto changed = staff.set_photo(scope, id, kept->id);
    if (!changed) return changed.error();
    return view_of(*changed);
}

}  // namespace

void Staff::add_card_routes(http::Routes& routes, std::string public_url,
                            const files::Files& files) {
    routes.get<Nothing, CardView>(
        "/api/v1/public/grids/{code}/card", http::kAnyone,
        [this, public_url = std::move(public_url)](const auto& call) {
            return show_card(*this, state_->grid, call.path("code"), state_->clock.now(),
                             public_url);
        },
        "The public card of a grid");
    routes.get_raw<PhotoQuery>(
        "/api/v1/public/grids/{code}/photos/{id}", http::kAnyone,
        [this, &files](const http::Call<PhotoQuery>& call) {
            return public_photo(*this, state_->grid, files, call, state_->clock.now());
        },
        "A photo that is on the public card of a grid now", "image/jpeg");
}

void Staff::add_photo_routes(http::Routes& routes, const files::Files& files) {
    routes.upload<Nothing, MemberView>(
        "/api/v1/staff/{id}/photo", kStaffEdit, {.file_bytes = files::kMostUploadBytes},
        [this, &files](const auto& call) { return take_photo(*this, files, state_->clock, call); },
        "Set or replace a person's photo, which the public card shows");
    routes.del<Nothing, MemberView>(
        "/api/v1/staff/{id}/photo", kStaffEdit,
        [this](const auto& call) -> Result<MemberView> {
            const auto changed = set_photo(principal(call).scope(kStaffEdit),
                                           call.template path_id<Member>("id"), std::nullopt);
            if (!changed) return changed.error();
            return view_of(*changed);
        },
        "Take a person's photo away");
    routes.get_raw<PhotoQuery>(
        "/api/v1/staff/{id}/photo", kStaffRead,
        [this, &files](const http::Call<PhotoQuery>& call) {
            return staff_photo(*this, files, call);
        },
        "A person's photo", "image/jpeg");
}

}  // namespace jingwei::staff
