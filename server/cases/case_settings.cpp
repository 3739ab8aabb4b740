#include "cases/case_settings.h"

#include "access/principal.h"
#include "audit/audit.h"
#include "cases/statements.h"
#include "db/in_transaction.h"
#include "http/routes.h"

namespace jingwei::cases {
namespace {

struct SettingRow {
    std::int32_t version = 0;
    Time valid_from{};
    std::optional<Id<Account>> set_by{};
    std::int32_t returns = 0;
    std::int32_t reworks = 0;
    std::int32_t reopens = 0;
    std::int32_t extensions = 0;
    std::int32_t most_suspended_days = 0;
    std::int32_t sample_percent = 0;
    std::int32_t archive_followed_up_days = 0;
    std::int32_t archive_closed_days = 0;
    std::int32_t sign_yellow_days = 0;
    std::int32_t sign_red_days = 0;
    std::int32_t answer_yellow_days = 0;
    std::int32_t answer_red_days = 0;
    std::int32_t reply_days = 0;
};
BOOST_DESCRIBE_STRUCT(SettingRow, (),
                      (version, valid_from, set_by, returns, reworks, reopens, extensions,
                       most_suspended_days, sample_percent, archive_followed_up_days,
                       archive_closed_days, sign_yellow_days, sign_red_days, answer_yellow_days,
                       answer_red_days, reply_days))

/// From a row or from what somebody wants: both name the numbers alike.
template <class Named>
LoopNumbers numbers_from(const Named& named) {
    const auto whole = [](std::int64_t value) { return static_cast<std::int32_t>(value); };
    LoopNumbers numbers;
    numbers.bounds.returns = whole(named.returns);
    numbers.bounds.reworks = whole(named.reworks);
    numbers.bounds.reopens = whole(named.reopens);
    numbers.bounds.extensions = whole(named.extensions);
    numbers.most_suspended_days = whole(named.most_suspended_days);
    numbers.sample_percent = whole(named.sample_percent);
    numbers.timers.plates = {whole(named.sign_yellow_days), whole(named.sign_red_days),
                             whole(named.answer_yellow_days), whole(named.answer_red_days),
                             whole(named.reply_days)};
    numbers.timers.archive_followed_up = whole(named.archive_followed_up_days);
    numbers.timers.archive_closed = whole(named.archive_closed_days);
    return numbers;
}

LoopVersion version_of(const SettingRow& row) {
    return {row.version, row.valid_from, row.set_by, numbers_from(row)};
}

CaseNumbersView view_of(const LoopNumbers& numbers) {
    const auto& plates = numbers.timers.plates;
    CaseNumbersView view;
    view.returns = numbers.bounds.returns;
    view.reworks = numbers.bounds.reworks;
    view.reopens = numbers.bounds.reopens;
    view.extensions = numbers.bounds.extensions;
    view.most_suspended_days = numbers.most_suspended_days;
    view.sample_percent = numbers.sample_percent;
    view.archive_followed_up_days = numbers.timers.archive_followed_up;
    view.archive_closed_days = numbers.timers.archive_closed;
    view.sign_yellow_days = plates.sign_yellow;
    view.sign_red_days = plates.sign_red;
    view.answer_yellow_days = plates.answer_yellow;
    view.answer_red_days = plates.answer_red;
    view.reply_days = plates.reply_days;
    return view;
}

CaseNumbersView view_of(const LoopVersion& version) {
    CaseNumbersView view = view_of(version.numbers);
    view.version = version.version;
    view.valid_from = version.valid_from;
    view.set_by = version.set_by;
    return view;
}

CaseNumbersView last_of(const LoopHistory& history) {
    return history.versions().empty() ? view_of(shipped_numbers())
                                      : view_of(history.versions().back());
}

bool same_numbers(const CaseNumbersBody& one, const CaseNumbersBody& other) {
    return dto::print(one) == dto::print(other);
}

void insert(db::Transaction& tx, const db::Scope& scope, const CaseNumbersView& made) {
    const auto whole = [](std::int64_t value) { return static_cast<std::int32_t>(value); };
    tx.queue(sql::insert_setting, scope.county, made.version, *made.valid_from, made.set_by,
             whole(made.returns), whole(made.reworks), whole(made.reopens), whole(made.extensions),
             whole(made.most_suspended_days), whole(made.sample_percent),
             whole(made.archive_followed_up_days), whole(made.archive_closed_days),
             whole(made.sign_yellow_days), whole(made.sign_red_days),
             whole(made.answer_yellow_days), whole(made.answer_red_days), whole(made.reply_days));
}

LoopHistory history_of(db::Transaction& tx, std::string_view county) {
    std::vector<LoopVersion> versions;
    for (const auto& row :
         tx.all<SettingRow>(sql::list_settings, county, CaseSettings::kMostVersions)) {
        versions.insert(versions.begin(), version_of(row));
    }
    return LoopHistory(std::move(versions));
}

CaseNumbersList list_of(const LoopHistory& history) {
    CaseNumbersList list;
    for (auto version = history.versions().rbegin(); version != history.versions().rend();
         ++version)
        list.items.push_back(view_of(*version));
    list.items.push_back(view_of(shipped_numbers()));
    return list;
}

}  // namespace

LoopNumbers loop_numbers_of(const CaseNumbersBody& wanted) { return numbers_from(wanted); }

Result<void> check_numbers(const CaseNumbersBody& wanted) {
    const auto refuse = [](std::string field, std::int64_t after) {
        return Refusal{RefusalKind::kInvalid,
                       "case_numbers_order",
                       std::move(field),
                       {{"after", std::to_string(after)}}};
    };
    if (wanted.sign_red_days <= wanted.sign_yellow_days) {
        return refuse("/sign_red_days", wanted.sign_yellow_days);
    }
    if (wanted.answer_red_days <= wanted.answer_yellow_days) {
        return refuse("/answer_red_days", wanted.answer_yellow_days);
    }
    return {};
}

CaseSettings::CaseSettings(db::Pool& pool, const Clock& clock, std::chrono::milliseconds trust)
    : pool_(pool),
      clock_(clock),
      histories_({[this](std::string_view county) -> std::int64_t {
                      const auto scope = db::Scope::nobody(std::string(county));
                      return db::in_transaction(
                                 pool_, scope,
                                 [&](db::Transaction& tx) -> Result<std::int64_t> {
                                     return tx.one<std::int32_t>(sql::last_setting, county) + 1;
                                 })
                          .value();
                  },
                  [this](std::string_view county) { return read(county); }},
                 trust) {
    pool.refuse_on("case_setting_pkey",
                   {RefusalKind::kConflict, "case_numbers_changed_meanwhile", "/seen_version"});
}

std::shared_ptr<const LoopHistory> CaseSettings::read(std::string_view county) {
    const auto scope = db::Scope::nobody(std::string(county));
    auto history = db::in_transaction(
        pool_, scope,
        [&](db::Transaction& tx) -> Result<LoopHistory> { return history_of(tx, county); });
    return std::make_shared<const LoopHistory>(std::move(*history));
}

std::shared_ptr<const LoopHistory> CaseSettings::of(std::string_view county) {
    return histories_.of(county);
}

Result<CaseNumbersView> CaseSettings::set(const db::Scope& scope, const SetCaseNumbers& wanted) {
    if (const auto checked = check_numbers(wanted); !checked) return checked.error();
    const auto now = clock_.now();
    auto made =
        db::in_transaction(pool_, scope, [&](db::Transaction& tx) -> Result<CaseNumbersView> {
            const auto last = last_of(history_of(tx, scope.county));
            if (last.version != wanted.seen_version) {
                return Refusal{RefusalKind::kConflict, "case_numbers_changed_meanwhile",
                               "/seen_version"};
            }
            if (same_numbers(last, wanted)) return last;
            CaseNumbersView next;
            static_cast<CaseNumbersBody&>(next) = wanted;
            next.version = last.version + 1;
            next.valid_from = now;
            if (!scope.account.is_nil()) next.set_by = scope.account;
            insert(tx, scope, next);
            audit::record(tx, {.county = scope.county,
                               .account = scope.account,
                               .at = now,
                               .action = "case.set_numbers",
                               .subject_kind = "case_setting",
                               .subject = std::to_string(next.version)});
            return next;
        });
    if (made) histories_.forget(scope.county);
    return made;
}

void CaseSettings::add_routes(http::Routes& routes) {
    using access::permission::kSettingEdit;
    routes.get<Nothing, CaseNumbersList>(
        "/api/v1/cases/settings", http::kSignedIn,
        [this](const auto& call) -> Result<CaseNumbersList> {
            return list_of(*of(access::principal(call).county()));
        },
        "The numbers of the case loop, newest first, down to those that ship");
    routes.put<SetCaseNumbers, CaseNumbersView>(
        "/api/v1/cases/settings", kSettingEdit,
        [this](const auto& call) {
            return set(access::principal(call).scope(kSettingEdit), call.body);
        },
        "Set the numbers of the case loop for cases reported from now on");
}

}  // namespace jingwei::cases
