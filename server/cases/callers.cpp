#include "audit/audit.h"
#include "cases/cases.h"
#include "cases/contact.h"
#include "cases/inbox.h"
#include "cases/statements.h"
#include "core/octets.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

constexpr std::int32_t kMostEarlier = 10;
constexpr std::size_t kAuditedOctets = 8;

/// Tells which number was looked up without saying it: equal numbers are told alike.
std::string told(const std::vector<db::Bytes>& phone_keys) {
    if (phone_keys.empty()) return {};
    return to_hex(std::string_view{phone_keys.back().data}.substr(0, kAuditedOctets));
}

}  // namespace

Result<CallerHistory> Cases::caller_history(const access::Principal& who, const FindCaller& body) {
    const World world = parts_.worlds(who.county());
    const Time now = parts_.clock.now();
    const auto phone_keys = phone_keys_of(body.phone.str(), parts_.keys);
    return db::in_transaction(parts_.pool, who.scope(access::permission::kCaseReadContact),
                              [&](db::Transaction& tx) -> Result<CallerHistory> {
                                  const auto rows = tx.all<ListRow>(
                                      sql::list_by_caller, who.county(), phone_keys, kMostEarlier);
                                  CallerHistory history;
                                  for (const ListRow& row : rows)
                                      history.items.push_back(shown(row, world, now));
                                  audit::record(tx, {.county = who.county(),
                                                     .account = who.account(),
                                                     .at = now,
                                                     .action = "case.find_caller",
                                                     .subject_kind = "case_reporter",
                                                     .subject = told(phone_keys),
                                                     .purpose = body.purpose.str()});
                                  return history;
                              });
}

}  // namespace jingwei::cases
