#pragma once

#include <string>

#include "cases/cases.h"
#include "core/clock.h"
#include "core/messages.h"
#include "core/seal.h"
#include "files/files.h"
#include "grid/grid.h"
#include "http/call.h"
#include "matter/matters.h"
#include "portal/grid_words.h"
#include "portal/limits.h"
#include "portal/portal_views.h"

namespace jingwei::http {
class Routes;
}

namespace jingwei::portal {

/// What the module works with. Borrowed; everything outlives Portal.
struct PortalParts {
    const Clock& clock;
    const KeyRing& keys;
    grid::Grid& grid;
    matter::Matters& matters;
    cases::Cases& cases;
    const files::Files& files;
    std::string county;
    std::string public_url;  ///< what links and QR codes begin with: "https://example.org"
};

/// The front door for residents, who have no account: find a grid, report, check a receipt, follow,
/// judge. Everything is asked of the modules below as `cases::residents()`, so deadlines, audit and
/// row-level security hold as for everybody; what is here is what strangers need besides: limits,
/// and what they are told. Refusals every one may give: portal_too_many. Thread-safe.
/// docs/adr/0078-residents-without-accounts.md
class Portal {
public:
    explicit Portal(PortalParts parts) : parts_(std::move(parts)) {}

    /// portal_place_needed, portal_place_impossible
    Result<FoundGrids> find_grids(const FindGrid& query, std::string_view client);
    Result<PublicCatalogue> catalogue(Language language, std::string_view client);
    Result<PublicSuggestions> suggestions(const PublicSuggest& body, Language language,
                                          std::string_view client);

    /// portal_grid_unknown, portal_place_needed, portal_place_impossible, portal_phone_impossible,
    /// portal_matter_needed, portal_photo_no_photo, those of Files::take_in and Cases::report.
    /// Nothing of what is refused is kept.
    Result<ReceiptView> report(const ResidentReport& body, std::vector<http::UploadedFile>& photos,
                               std::string_view client);
    Result<ReceiptChecked> check(const CheckReceipt& query, std::string_view client);

    /// portal_not_found for a code that there is not and for a wrong tail alike; portal_locked.
    Result<ToldCase> follow(const Shown& shown, Language language, std::string_view client);
    /// Likewise, and what the loop refuses.
    Result<ToldCase> judge(const Judge& body, Language language, std::string_view client);
    Result<ToldCase> reopen(const Reopen& body, Language language, std::string_view client);

    /// /api/v1/public/…, and /grids/{code}, where the QR codes of the boards lead.
    void add_routes(http::Routes& routes);

private:
    Result<void> take(Doing doing, std::string_view client);
    Result<cases::ReportCase> case_of(const ResidentReport& body) const;
    Result<Id<Matter>> matter_of(const ResidentReport& body) const;
    Result<cases::Files> keep_photos(const ResidentReport& body,
                                     std::vector<http::UploadedFile>& photos) const;
    bool has_receipt(const Shown& shown, const std::string& code) const;
    Result<cases::FollowedCase> followed(const Shown& shown, std::string_view client);
    Result<ToldCase> take_step(const Shown& shown, const cases::StepInput& input, Language language,
                               std::string_view client);
    ToldCase told_of(const cases::FollowedCase& followed, Language language) const;
    ReceiptView receipt_of(const cases::ResidentReceipt& given) const;

    PortalParts parts_;
    Limits limits_;
    GridWordsInForce words_;
};

}  // namespace jingwei::portal
