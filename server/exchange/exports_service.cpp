#include <fmt/format.h>

#include <set>
#include <stdexcept>
#include <system_error>

#include "audit/audit.h"
#include "db/in_transaction.h"
#include "exchange/case_table.h"
#include "exchange/exports.h"
#include "exchange/exports_store.h"
#include "jobs/runner.h"

namespace jingwei::exchange {
namespace {

namespace fs = std::filesystem;
using access::permission::kCaseRead;

constexpr std::string_view kMake = "make_export";
constexpr int kMostAttempts = 3;  // then whoever waits is told
constexpr std::chrono::hours kStuckAfter{1};

std::string tag_of(Language language) { return language == Language::kEnglish ? "en" : "zh-CN"; }

Language language_of(std::string_view tag) {
    return tag == "en" ? Language::kEnglish : Language::kChinese;
}

/// Payload of the job.
struct MakeExport {
    Id<Account> account;
    Id<Export> id;
};
BOOST_DESCRIBE_STRUCT(MakeExport, (), (account, id))

audit::Entry entry_of(const access::Principal& who, Id<Export> id, std::string action, Time now) {
    return {.county = who.county(),
            .account = who.account(),
            .at = now,
            .action = std::move(action),
            .subject_kind = "export",
            .subject = id.text()};
}

MatterNames english_names(const matter::Catalogue& catalogue, Time now) {
    MatterNames names;
    for (const matter::Matter* one : catalogue.in_force(now))
        if (!one->name_en.empty()) names.emplace(one->name_zh, one->name_en);
    return names;
}

/// What was copied, for the audit: not the words that were looked for, which may name somebody.
std::string told(const ExportCases& body) {
    cases::CaseQuery query = body.query;
    query.q.reset();
    return dto::print(query);
}

/// Where somebody reads, in one text: equal when it is the same.
std::string told(const db::Scope& scope) {
    std::string text = scope.secrets ? "secrets" : "";
    for (const auto& path : scope.paths)
        text += ' ' + path;
    for (const auto& unit : scope.units)
        text += ' ' + unit.text();
    return text;
}

db::Scope on_duty(const std::string& county) {
    auto scope = db::Scope::nobody(county);
    scope.duty = "exports";
    return scope;
}

}  // namespace

Exports::Exports(ExportsParts parts) : parts_(std::move(parts)) {}

Result<ExportView> Exports::ask(const access::Principal& who, const ExportCases& body,
                                Language language) {
    const Time now = parts_.clock.now();
    ExportRow row;
    row.id = body.id;
    row.name = body.name.str();
    row.format = body.format;
    row.language = tag_of(language);
    row.query = Json{dto::print(body.query)};
    row.asked_at = now;
    const auto scope = who.scope(kCaseRead);
    row.scope = told(scope);
    auto asked =
        db::in_transaction(parts_.pool, scope, [&](db::Transaction& tx) -> Result<ExportView> {
            if (const auto earlier = find_export(tx, scope.county, body.id))
                return shown(*earlier, language);
            const auto lately = count_asked(tx, scope, now - std::chrono::hours{24});
            if (lately.unfinished >= kMostUnfinished)
                return Refusal{RefusalKind::kTooMany, "exports_too_many_at_once"};
            if (lately.today >= kMostADay)
                return Refusal{RefusalKind::kTooMany, "exports_too_many_today"};
            if (!insert_export(tx, scope, row))
                return Refusal{RefusalKind::kConflict, "export_id_taken", "/id"};
            auto entry = entry_of(who, body.id, "export.ask", now);
            entry.detail = told(body);
            audit::record(tx, entry);
            jobs::add(tx, scope.county,
                      {.kind = std::string{kMake},
                       .payload = Json{dto::print(MakeExport{who.account(), body.id})},
                       .due_at = now},
                      now);
            return shown(row, language);
        });
    if (asked) parts_.wake();
    return asked;
}

ExportList Exports::list(const access::Principal& who, Language language) {
    const auto scope = who.scope(kCaseRead);
    const Time since = parts_.clock.now() - kKeptFor;
    ExportList list;
    const auto rows = db::in_transaction(
        parts_.pool, scope, [&](db::Transaction& tx) -> Result<std::vector<ExportRow>> {
            return list_exports(tx, scope, since);
        });
    for (const ExportRow& row : *rows)
        list.items.push_back(shown(row, language));
    return list;
}

Result<Exports::Found> Exports::find(const access::Principal& who, Id<Export> id) {
    const auto scope = who.scope(kCaseRead);
    const Time now = parts_.clock.now();
    return db::in_transaction(parts_.pool, scope, [&](db::Transaction& tx) -> Result<Found> {
        const auto row = find_export(tx, scope.county, id);
        const auto path = path_of(scope.county, id);
        if (!row || row->asked_at <= now - kKeptFor ||
            (row->state == ExportState::kReady && !fs::exists(path)))
            return Refusal{RefusalKind::kNotFound, "export_not_found"};
        if (row->state != ExportState::kReady)
            return Refusal{RefusalKind::kConflict, "export_not_ready"};
        if (row->scope != told(scope)) return Refusal{RefusalKind::kForbidden, "export_right_gone"};
        audit::record(tx, entry_of(who, id, "export.read", now));
        return Found{path, row->name + "." + enum_name(row->format), row->format};
    });
}

Result<void> Exports::remove(const access::Principal& who, Id<Export> id) {
    const auto scope = who.scope(kCaseRead);
    return db::in_transaction(parts_.pool, scope, [&](db::Transaction& tx) -> Result<void> {
        if (!remove_export(tx, scope.county, id, parts_.clock.now()))
            return Refusal{RefusalKind::kNotFound, "export_not_found"};
        audit::record(tx, entry_of(who, id, "export.remove", parts_.clock.now()));
        fs::remove(path_of(scope.county, id));
        return {};
    });
}

std::size_t Exports::remove_old(const std::string& county) {
    const auto scope = on_duty(county);
    const Time now = parts_.clock.now();
    const auto removed =
        db::in_transaction(parts_.pool, scope, [&](db::Transaction& tx) -> Result<std::size_t> {
            fail_stuck_exports(tx, county, now - kStuckAfter, now, "export_broke_off");
            const auto old = list_old_exports(tx, county, now - kKeptFor);
            for (const auto& id : old) {
                std::error_code gone_already;
                fs::remove(path_of(county, id), gone_already);
                (void)delete_export(tx, county, id);
            }
            return old.size();
        });
    return *removed;
}

/// Files whose rows are no more: of a maker that died, or from before a restored backup.
void Exports::sweep(const std::string& county) const {
    const auto until = fs::file_time_type::clock::now() - kKeptFor - kStuckAfter;
    std::error_code error;
    for (const auto& file : fs::directory_iterator{parts_.folder / county, error}) {
        if (file.last_write_time(error) < until && !error) fs::remove(file.path(), error);
    }
}

Result<void> Exports::run(const jobs::Job& job) {
    const auto body = dto::parse<MakeExport>(job.payload.text);
    if (!body) return body.error();
    const auto who = parts_.who(job.county, body->account);
    if (!who || !who->can(kCaseRead)) {
        db::Scope scope = db::Scope::nobody(job.county);
        scope.account = body->account;
        settle(scope, body->id, Refusal{RefusalKind::kForbidden, "export_right_gone"});
        return {};
    }
    const auto scope = who->scope(kCaseRead);
    const auto row = db::in_transaction(
        parts_.pool, scope, [&](db::Transaction& tx) -> Result<std::optional<ExportRow>> {
            return find_export(tx, job.county, body->id);
        });
    // Taken back meanwhile, or made by a turn whose end nobody heard of.
    if (!*row || (*row)->finished_at) return {};
    try {
        settle(scope, body->id, make(*who, **row));
    } catch (const std::exception&) {
        if (job.attempts < kMostAttempts) throw;
        settle(scope, body->id, Refusal{RefusalKind::kUnavailable, "export_broke_off"});
        throw;
    }
    return {};
}

Result<Exports::Made> Exports::make(const access::Principal& who, const ExportRow& row) {
    const auto query = dto::parse<cases::CaseQuery>(row.query.text);
    if (!query) return query.error();
    const auto language = language_of(row.language);
    const CaseTable table{parts_.messages, language,
                          language == Language::kEnglish
                              ? english_names(*parts_.catalogue(who.county()), row.asked_at)
                              : MatterNames{}};
    const auto path = path_of(who.county(), row.id);
    fs::create_directories(path.parent_path());
    fs::permissions(path.parent_path(), fs::perms::owner_all);
    const auto file = new_table(row.format, path, table.head());
    const auto until = std::chrono::steady_clock::now() + kLongest;
    std::set<Id<Case>> written;
    std::optional<Refusal> stopped;
    const auto walked =
        parts_.cases.each_page(who, *query, [&](const std::vector<cases::CaseRow>& page) {
            if (stopping_) throw std::runtime_error("the server stops");
            for (const auto& one : page)
                if (written.insert(one.id).second) file->add(table.cells(one));
            const auto rows = static_cast<std::int32_t>(written.size());
            if (rows > kMostRows || std::chrono::steady_clock::now() > until) {
                stopped = Refusal{RefusalKind::kTooLarge,
                                  "export_too_long",
                                  "",
                                  {{"max", std::to_string(kMostRows)}}};
            } else if (!says_so_far(who, row.id, rows)) {
                stopped = Refusal{RefusalKind::kNotFound, "export_not_found"};
            }
            return !stopped;
        });
    if (!walked) return walked.error();
    if (stopped) return *stopped;
    return Made{static_cast<std::int32_t>(written.size()), file->finish()};
}

/// False when the asker has taken it back.
bool Exports::says_so_far(const access::Principal& who, Id<Export> id, std::int32_t rows) {
    const auto scope = who.scope(kCaseRead);
    const auto saved =
        db::in_transaction(parts_.pool, scope, [&](db::Transaction& tx) -> Result<bool> {
            ExportRow row;
            row.id = id;
            row.state = ExportState::kRunning;
            row.rows = rows;
            return save_progress(tx, scope.county, row);
        });
    return *saved;
}

void Exports::settle(const db::Scope& scope, Id<Export> id, const Result<Made>& made) {
    ExportRow row;
    row.id = id;
    row.finished_at = parts_.clock.now();
    row.state = made ? ExportState::kReady : ExportState::kFailed;
    if (made) {
        row.rows = made->rows;
        row.bytes = made->bytes;
    } else {
        row.fault = made.error().code;
    }
    const auto saved = db::in_transaction(
        parts_.pool, scope,
        [&](db::Transaction& tx) -> Result<bool> { return save_progress(tx, scope.county, row); });
    if (!made || !*saved) fs::remove(path_of(scope.county, id));
}

ExportView Exports::shown(const ExportRow& row, Language language) const {
    ExportView view;
    view.id = row.id;
    view.name = row.name;
    view.format = row.format;
    view.state = row.state;
    view.rows = row.rows;
    view.bytes = row.bytes;
    view.asked_at = row.asked_at;
    view.finished_at = row.finished_at;
    view.kept_until = row.asked_at + kKeptFor;
    if (row.fault)
        view.fault =
            parts_.messages.sentence(language, *row.fault, {{"max", fmt::format("{}", kMostRows)}});
    return view;
}

fs::path Exports::path_of(const std::string& county, Id<Export> id) const {
    return parts_.folder / county / id.text();
}

void Exports::add_jobs(jobs::Runner& runner, jobs::Runner& making) {
    making.on(std::string{kMake}, [this](const jobs::Job& job) { return run(job); });
    runner.every("remove_exports", std::chrono::hours{1},
                 [this](const jobs::Job& job) -> Result<void> {
                     while (remove_old(job.county) > 0) {
                     }
                     sweep(job.county);
                     return {};
                 });
}

}  // namespace jingwei::exchange
