#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "core/seal.h"
#include "core/text_type.h"

/// What a seal covers, octet by octet. No database here.
namespace jingwei::audit {

/// An entry as the table holds it.
struct EntryRow {
    std::string county;
    Id<AuditEntry> id;
    Time at;
    std::optional<Id<Account>> account_id;
    std::string action;
    std::string subject_kind;
    std::string subject;
    std::optional<std::string> purpose;
    Json detail;
    std::optional<std::string> address;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (),
                      (county, id, at, account_id, action, subject_kind, subject, purpose, detail,
                       address))

/// An entry that no seal covers yet; entries of one transaction wait in one row of audit_pending.
struct PendingEntry : EntryRow {
    Id<AuditEntry> waits_in;  ///< the first of them
};
BOOST_DESCRIBE_STRUCT(PendingEntry, (EntryRow), (waits_in))

/// A seal as the table holds it.
struct SealRow {
    std::string county;
    std::int64_t number = 0;
    Time sealed_at;
    std::int64_t key_id = 0;
    std::vector<Id<AuditEntry>> entries;
    db::Bytes digests;  ///< kDigestSize octets for each of `entries`, in order
    db::Bytes root;
};
BOOST_DESCRIBE_STRUCT(SealRow, (), (county, number, sealed_at, key_id, entries, digests, root))

inline constexpr std::size_t kDigestSize = 32;

/// The root before the first seal.
std::string first_root();

/// SHA-256 of every column. A column is written as its length (8 octets, big endian) and its
/// octets, null as the length of all ones: no two rows are written alike.
std::string digest_of(const EntryRow& entry);

/// HMAC-SHA-256 over the seal and the root before it, under the key that the seal names. Nothing
/// when the ring does not have that key.
std::optional<std::string> root_of(const KeyRing& keys, const SealRow& seal,
                                   std::string_view root_before);

/// The seal after `number - 1` over those entries, by the ring's current key. `entries` not empty.
SealRow make_seal(const KeyRing& keys, std::int64_t number, std::string_view root_before,
                  const std::vector<EntryRow>& entries, Time now);

}  // namespace jingwei::audit
