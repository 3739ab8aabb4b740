#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "access/principal.h"
#include "cases/cases.h"
#include "core/messages.h"
#include "exchange/export_views.h"
#include "matter/catalogue.h"

namespace jingwei::http {
class Routes;
}
namespace jingwei::jobs {
class Runner;
struct Job;
}  // namespace jingwei::jobs

namespace jingwei::exchange {

struct ExportRow;

/// What exports are made with. Borrowed; everything outlives Exports.
struct ExportsParts {
    db::Pool& pool;
    const Clock& clock;
    const Messages& messages;
    cases::Cases& cases;
    /// Somebody's rights as they are now; null when the account is no more.
    std::function<std::shared_ptr<const access::Principal>(const std::string&, Id<Account>)> who;
    std::function<std::shared_ptr<const matter::Catalogue>(const std::string&)> catalogue;
    std::function<void()> wake;    ///< whoever makes copies: there is something to do
    std::filesystem::path folder;  ///< for the files; made when it is first used
};

/// Copies of lists of cases as files for a spreadsheet: asked for, made by a job with the rights
/// that the asker has at that time, kept for a day, read by nobody else. Thread-safe.
class Exports {
public:
    /// A list that is longer is refused: whoever wants more wants figures.
    static constexpr std::int32_t kMostRows = 200'000;
    /// Of one account at the same time, waiting or being made.
    static constexpr std::int64_t kMostUnfinished = 3;
    static constexpr std::int64_t kMostADay = 50;  ///< of one account
    static constexpr std::chrono::hours kKeptFor{24};
    /// Longer than that would outlast the lease of its job.
    static constexpr std::chrono::minutes kLongest{4};

    explicit Exports(ExportsParts parts);

    /// Refusals: export_id_taken (by somebody else), exports_too_many_at_once,
    /// exports_too_many_today.
    Result<ExportView> ask(const access::Principal& who, const ExportCases& body,
                           Language language);
    ExportList list(const access::Principal& who, Language language);
    /// Refusals: export_not_found, export_not_ready, export_right_gone when its asker reads
    /// elsewhere by now.
    struct Found {
        std::filesystem::path path;
        std::string name;  ///< with its ending
        TableFormat format = TableFormat::kXlsx;
    };
    Result<Found> find(const access::Principal& who, Id<Export> id);
    Result<void> remove(const access::Principal& who, Id<Export> id);

    /// Removes what was asked for kKeptFor ago or earlier; how many.
    std::size_t remove_old(const std::string& county);

    void add_routes(http::Routes& routes);
    /// `making`: a runner of one thread that does nothing else, so that two long lists hold up
    /// neither timers nor seals.
    void add_jobs(jobs::Runner& runner, jobs::Runner& making);
    /// Whoever makes a copy leaves off at the next page; another begins again later.
    void stop() { stopping_ = true; }

private:
    struct Made {
        std::int32_t rows = 0;
        std::int64_t bytes = 0;
    };

    Result<void> run(const jobs::Job& job);
    Result<Made> make(const access::Principal& who, const ExportRow& row);
    bool says_so_far(const access::Principal& who, Id<Export> id, std::int32_t rows);
    void settle(const db::Scope& scope, Id<Export> id, const Result<Made>& made);
    ExportView shown(const ExportRow& row, Language language) const;
    void sweep(const std::string& county) const;
    std::filesystem::path path_of(const std::string& county, Id<Export> id) const;

    ExportsParts parts_;
    std::atomic<bool> stopping_ = false;
};

}  // namespace jingwei::exchange
