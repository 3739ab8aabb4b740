#include "audit/verifier.h"

#include <fmt/format.h>

#include <unordered_map>

#include "core/octets.h"
#include "core/time_text.h"
#include "db/in_transaction.h"

namespace jingwei::audit {
namespace {

constexpr int kSealsPerPage = 20;
constexpr int kMostRows = static_cast<int>(Verifier::kMostFindings);

}  // namespace

/// One walk along the chain.
struct Verifier::Walk {
    const KeyRing& keys;
    Report& report;
    std::optional<SealHead> remembered;
    std::string root_before = first_root();
    bool head_met = false;

    void find(FaultKind kind, std::int64_t seal, Id<AuditEntry> entry = {}) {
        if (report.findings.size() < kMostFindings) {
            report.findings.push_back({kind, seal, entry});
        } else {
            report.more_findings = true;
        }
    }

    void seal(const SealRow& seal, const std::vector<EntryRow>& entries) {
        const std::int64_t expected = report.head ? report.head->number + 1 : 1;
        if (seal.number != expected) find(FaultKind::kSealMissing, expected);
        const auto root = root_of(keys, seal, root_before);
        if (!root) find(FaultKind::kKeyUnknown, seal.number);
        if (root && !same_octets(*root, seal.root.data)) find(FaultKind::kSealChanged, seal.number);
        check_entries(seal, entries);
        if (remembered && remembered->number == seal.number) {
            head_met = same_octets(remembered->root, seal.root.data);
        }
        root_before = seal.root.data;
        report.head = SealHead{seal.number, seal.root.data};
        ++report.seals;
        report.entries += static_cast<std::int64_t>(seal.entries.size());
    }

    void check_entries(const SealRow& seal, const std::vector<EntryRow>& entries) {
        std::unordered_map<Id<AuditEntry>, const EntryRow*> by_id;
        for (const auto& entry : entries)
            by_id.emplace(entry.id, &entry);
        for (std::size_t at = 0; at < seal.entries.size(); ++at) {
            const auto found = by_id.find(seal.entries[at]);
            if (found == by_id.end()) {
                find(FaultKind::kEntryDeleted, seal.number, seal.entries[at]);
                continue;
            }
            const auto digest =
                std::string_view{seal.digests.data}.substr(at * kDigestSize, kDigestSize);
            if (!same_octets(digest_of(*found->second), digest)) {
                find(FaultKind::kEntryChanged, seal.number, seal.entries[at]);
            }
        }
    }
};

Report Verifier::verify(const std::string& county) {
    Report report;
    report.county = county;
    // Before the chain is read: a head that is saved meanwhile may be newer than what was read.
    Walk walk{keys_, report, heads_.read(county)};
    report.head_known = walk.remembered.has_value();
    db::Transaction tx{pool_, store::verifying(county)};
    for (std::int64_t number = 0;;) {
        const auto seals = store::seals_after(tx, county, number, kSealsPerPage);
        if (seals.empty()) break;
        for (const auto& seal : seals) {
            walk.seal(seal, store::entries(tx, county, seal.entries));
            number = seal.number;
        }
    }
    if (walk.remembered && !walk.head_met) {
        walk.find(FaultKind::kSealsCutOff, walk.remembered->number);
    }
    for (const auto id : store::lost(tx, county, kMostRows)) {
        walk.find(FaultKind::kEntryDeleted, 0, id);
    }
    for (const auto id : store::strangers(tx, county, kMostRows)) {
        walk.find(FaultKind::kEntryInserted, 0, id);
    }
    report.tail = store::tail(tx, county);
    tx.commit();
    return report;
}

namespace {

std::string_view sentence(FaultKind kind) {
    switch (kind) {
        case FaultKind::kSealMissing:
            return "the seal is missing";
        case FaultKind::kSealChanged:
            return "the seal was changed, or does not follow the one before it";
        case FaultKind::kKeyUnknown:
            return "the seal was made with a key that the key file does not have";
        case FaultKind::kSealsCutOff:
            return "the last seal known outside the database is not there";
        case FaultKind::kEntryDeleted:
            return "the entry was deleted";
        case FaultKind::kEntryChanged:
            return "the entry was changed";
        case FaultKind::kEntryInserted:
            return "the entry was inserted past the server";
    }
    return "";
}

std::string line(const Finding& finding) {
    std::string where;
    if (finding.seal != 0) where += fmt::format("seal {} ", finding.seal);
    if (!finding.entry.is_nil()) where += fmt::format("entry {} ", finding.entry.text());
    return fmt::format("FAULT {}: {}\n", where.substr(0, where.size() - 1), sentence(finding.kind));
}

}  // namespace

std::string words(const Report& report) {
    std::string out = fmt::format("county {}: {} entries under {} seals\n", report.county,
                                  report.entries, report.seals);
    for (const auto& finding : report.findings)
        out += line(finding);
    if (report.more_findings) out += "… and more faults than are listed here\n";
    if (report.head) {
        out += fmt::format("last seal {} {}\n", report.head->number, to_hex(report.head->root));
    }
    if (!report.head_known) {
        out += "no last seal is known outside the database: seals cut off the end would not show\n";
    }
    out += report.tail.entries == 0
               ? "unsealed tail: none\n"
               : fmt::format("unsealed tail: {} entries, the oldest of {}\n", report.tail.entries,
                             rfc3339(report.tail.oldest.value_or(Time{})));
    out += report.findings.empty() ? "sound\n" : "NOT SOUND\n";
    return out;
}

}  // namespace jingwei::audit
