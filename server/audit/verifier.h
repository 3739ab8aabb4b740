#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/audit_store.h"
#include "audit/seal_heads.h"
#include "core/seal.h"
#include "db/pool.h"

namespace jingwei::audit {

enum class FaultKind {
    kSealMissing,    ///< a number was left out, or the chain does not begin with 1
    kSealChanged,    ///< the root is not that of the seal and the one before it
    kKeyUnknown,     ///< the seal names a key that the key file does not have
    kSealsCutOff,    ///< the remembered head is not there
    kEntryDeleted,   ///< sealed or waiting for a seal, and not there
    kEntryChanged,   ///< not the entry that was sealed
    kEntryInserted,  ///< neither sealed nor waiting for a seal
};
BOOST_DESCRIBE_ENUM(FaultKind, kSealMissing, kSealChanged, kKeyUnknown, kSealsCutOff, kEntryDeleted,
                    kEntryChanged, kEntryInserted)

struct Finding {
    FaultKind kind;
    std::int64_t seal = 0;  ///< 0: of no seal
    Id<AuditEntry> entry;   ///< nil: of the seal itself

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// What a verification found. Sound when there is no finding; the tail is what nothing proves yet.
struct Report {
    std::string county;
    std::int64_t seals = 0;
    std::int64_t entries = 0;  ///< sealed
    std::vector<Finding> findings;
    bool more_findings = false;  ///< stopped at kMostFindings
    bool head_known = false;     ///< a head was remembered outside the database
    std::optional<SealHead> head;
    store::Tail tail;
};

/// Reads the whole audit of a county and compares it with its seals. Takes memory for one page of
/// seals only; about a second for a hundred thousand entries.
class Verifier {
public:
    static constexpr std::size_t kMostFindings = 1'000;

    Verifier(db::Pool& pool, const KeyRing& keys, const SealHeads& heads)
        : pool_(pool), keys_(keys), heads_(heads) {}

    Report verify(const std::string& county);

private:
    struct Walk;

    db::Pool& pool_;
    const KeyRing& keys_;
    const SealHeads& heads_;
};

/// The report in words, a line each, for the terminal.
std::string words(const Report& report);

}  // namespace jingwei::audit
