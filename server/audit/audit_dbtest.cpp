#include <gmock/gmock.h>

#include "audit/audit.h"
#include "audit/audit_search.h"
#include "audit/sealer.h"
#include "audit/verifier.h"
#include "core/octets.h"
#include "db/in_transaction.h"
#include "db/session.h"
#include "testing/database.h"

namespace jingwei::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kCounty{testing::county};

class AuditTest : public ::testing::Test {
protected:
    AuditTest()
        : folder_(std::filesystem::temp_directory_path() / ("audit-" + to_hex(random_octets(8)))),
          heads_(folder_),
          sealer_(db_.pool(), clock_, keys_, heads_) {
        register_refusals(db_.pool());
    }
    ~AuditTest() override { std::filesystem::remove_all(folder_); }

    /// `count` entries, each in a transaction of its own, then sealed.
    void sealed_batch(int count) {
        for (int nth = 0; nth < count; ++nth)
            write();
        EXPECT_EQ(sealer_.seal(kCounty), static_cast<std::size_t>(count));
    }
    Entry entry() {
        clock_.advance(std::chrono::seconds{1});
        Entry made;
        made.county = kCounty;
        made.at = clock_.now();
        made.action = "case.assign";
        made.subject_kind = "case";
        made.subject = "c" + std::to_string(++written_);
        made.detail = R"({"to":  "x"})";
        return made;
    }
    void write() {
        db::Transaction tx{db_.pool(), testing::Database::everything()};
        record(tx, entry());
        tx.commit();
    }
    /// In one transaction.
    void write_together(int count) {
        std::vector<Entry> entries;
        while (count-- > 0)
            entries.push_back(entry());
        db::Transaction tx{db_.pool(), testing::Database::everything()};
        record(tx, entries);
        tx.commit();
    }
    Report verify() { return Verifier{db_.pool(), keys_, heads_}.verify(kCounty); }
    std::vector<FaultKind> faults() {
        std::vector<FaultKind> kinds;
        for (const auto& finding : verify().findings)
            kinds.push_back(finding.kind);
        return kinds;
    }
    /// As somebody with full power over the database and no key.
    void tamper(const std::string& sql) {
        db::Session session{db_.url(), "jingwei_owner"};
        for (const auto* table : {"audit_entry", "audit_pending", "audit_seal"}) {
            session.execute("ALTER TABLE " + std::string(table) + " NO FORCE ROW LEVEL SECURITY");
        }
        session.execute(sql);
    }
    /// "(SELECT id … nth entry)": for tampering.
    static std::string nth(int number) {
        return "(SELECT id FROM audit_entry WHERE subject = 'c" + std::to_string(number) + "')";
    }

    testing::Database db_;
    ManualClock clock_{Time{std::chrono::hours{24 * 365 * 56}}};
    KeyRing keys_{{{1, std::string(32, 'k')}}};
    std::filesystem::path folder_;
    SealHeads heads_;
    Sealer sealer_;
    int written_ = 0;
};

TEST_F(AuditTest, is_sound_when_nothing_was_touched) {
    sealed_batch(3);
    sealed_batch(2);
    const auto report = verify();
    EXPECT_THAT(report.findings, IsEmpty());
    EXPECT_EQ(report.seals, 2);
    EXPECT_EQ(report.entries, 5);
    EXPECT_EQ(report.tail.entries, 0);
    EXPECT_TRUE(report.head_known);
}

TEST_F(AuditTest, seals_entries_of_one_transaction_together) {
    write_together(3);
    write();
    EXPECT_EQ(verify().tail.entries, 4);
    EXPECT_EQ(sealer_.seal(kCounty), 4U);
    const auto report = verify();
    EXPECT_THAT(report.findings, IsEmpty());
    EXPECT_EQ(report.entries, 4);
    EXPECT_EQ(report.tail.entries, 0);
}

TEST_F(AuditTest, is_sound_when_it_is_empty) {
    EXPECT_EQ(sealer_.seal(kCounty), 0U);
    EXPECT_THAT(verify().findings, IsEmpty());
}

TEST_F(AuditTest, states_the_unsealed_tail) {
    sealed_batch(1);
    write();
    const auto oldest = clock_.now();
    write();
    const auto report = verify();
    EXPECT_THAT(report.findings, IsEmpty());
    EXPECT_EQ(report.tail.entries, 2);
    EXPECT_EQ(report.tail.oldest, oldest);
    EXPECT_THAT(words(report), ::testing::HasSubstr("unsealed tail: 2 entries"));
}

TEST_F(AuditTest, finds_a_change_of_any_column_of_an_entry) {
    sealed_batch(9);
    const std::string changes[] = {"at = at + interval '1 microsecond'",
                                   "account_id = gen_random_uuid()",
                                   "action = 'case.close'",
                                   "subject_kind = 'post'",
                                   "subject = 'other'",
                                   "purpose = 'none'",
                                   "detail = '{\"to\": \"x\"}'",
                                   "address = '192.0.2.9'"};
    int number = 0;
    for (const auto& change : changes) {
        tamper("UPDATE audit_entry SET " + change + " WHERE id = " + nth(++number));
        EXPECT_THAT(faults(), ::testing::SizeIs(number)) << change;
    }
    EXPECT_THAT(faults(), ::testing::Each(FaultKind::kEntryChanged));
}

TEST_F(AuditTest, finds_an_entry_that_got_another_id) {
    sealed_batch(3);
    tamper("UPDATE audit_entry SET id = gen_random_uuid() WHERE id = " + nth(2));
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kEntryDeleted, FaultKind::kEntryInserted));
}

TEST_F(AuditTest, finds_a_deleted_entry_sealed_or_not) {
    sealed_batch(3);
    write();
    tamper("DELETE FROM audit_entry WHERE id IN (" + nth(2) + ", " + nth(4) + ")");
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kEntryDeleted, FaultKind::kEntryDeleted));
}

TEST_F(AuditTest, seals_entries_of_one_transaction_once_when_one_of_them_was_deleted) {
    write_together(3);
    tamper("DELETE FROM audit_entry WHERE id = " + nth(1));
    EXPECT_EQ(sealer_.seal(kCounty), 2U);
    EXPECT_EQ(sealer_.seal(kCounty), 0U);
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kEntryDeleted));
}

TEST_F(AuditTest, goes_on_sealing_when_somebody_names_what_is_not_there_twice) {
    write();
    tamper(
        "INSERT INTO audit_pending SELECT county, id, ARRAY[gen_random_uuid()] FROM audit_entry "
        "ON CONFLICT (county, entry_id) DO UPDATE SET more = excluded.more || excluded.more");
    EXPECT_EQ(sealer_.seal(kCounty), 1U);
    write();
    EXPECT_EQ(sealer_.seal(kCounty), 1U);
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kEntryDeleted));
}

TEST_F(AuditTest, finds_an_inserted_entry) {
    sealed_batch(3);
    tamper(
        "INSERT INTO audit_entry SELECT county, gen_random_uuid(), at, account_id, action, "
        "subject_kind, subject, purpose, detail, address FROM audit_entry LIMIT 1");
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kEntryInserted));
}

TEST_F(AuditTest, finds_an_entry_kept_from_being_sealed) {
    write();
    tamper("DELETE FROM audit_pending");
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kEntryInserted));
}

TEST_F(AuditTest, finds_two_entries_that_changed_places) {
    sealed_batch(3);
    tamper(
        "UPDATE audit_entry SET subject = CASE subject WHEN 'c1' THEN 'c2' ELSE 'c1' END "
        "WHERE subject IN ('c1', 'c2')");
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kEntryChanged, FaultKind::kEntryChanged));
}

TEST_F(AuditTest, finds_entries_reordered_inside_their_seal) {
    sealed_batch(2);
    tamper(
        "UPDATE audit_seal SET entries = ARRAY[entries[2], entries[1]], "
        "digests = substr(digests, 33, 32) || substr(digests, 1, 32)");
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kSealChanged));
}

TEST_F(AuditTest, finds_a_change_of_any_column_of_a_seal) {
    for (int nth = 0; nth < 4; ++nth)
        sealed_batch(1);
    tamper("UPDATE audit_seal SET sealed_at = sealed_at + interval '1 second' WHERE number = 1");
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kSealChanged));
    tamper("UPDATE audit_seal SET root = sha256('x') WHERE number = 2");
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kSealChanged, FaultKind::kSealChanged,
                                      FaultKind::kSealChanged))
        << "the third does not follow the second any more";
    tamper("UPDATE audit_seal SET key_id = 7 WHERE number = 4");
    EXPECT_THAT(faults(), ::testing::Contains(FaultKind::kKeyUnknown));
}

TEST_F(AuditTest, finds_a_change_of_entry_and_digest_together) {
    sealed_batch(1);
    tamper(
        "UPDATE audit_entry SET subject = 'other'; "
        "UPDATE audit_seal SET digests = sha256('forged without the key')");
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kSealChanged, FaultKind::kEntryChanged));
}

TEST_F(AuditTest, finds_a_deleted_seal_and_its_entries_gone_with_it) {
    for (int nth = 0; nth < 3; ++nth)
        sealed_batch(1);
    tamper("DELETE FROM audit_seal WHERE number = 2; DELETE FROM audit_entry WHERE id = " + nth(2));
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kSealMissing, FaultKind::kSealChanged));
}

TEST_F(AuditTest, finds_seals_cut_off_the_end_by_the_head_outside_the_database) {
    for (int nth = 0; nth < 3; ++nth)
        sealed_batch(1);
    tamper("DELETE FROM audit_seal WHERE number = 3; DELETE FROM audit_entry WHERE id = " + nth(3));
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kSealsCutOff));
}

TEST_F(AuditTest, finds_the_end_cut_off_and_grown_again) {
    for (int nth = 0; nth < 3; ++nth)
        sealed_batch(1);
    tamper("DELETE FROM audit_seal WHERE number = 3; DELETE FROM audit_entry WHERE id = " + nth(3));
    write();
    const SealHeads elsewhere{folder_ / "other"};
    Sealer{db_.pool(), clock_, keys_, elsewhere}.seal(kCounty);
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kSealsCutOff));
}

TEST_F(AuditTest, finds_everything_deleted) {
    sealed_batch(2);
    tamper("DELETE FROM audit_seal; DELETE FROM audit_entry");
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kSealsCutOff));
}

TEST_F(AuditTest, seals_what_commits_late_although_it_was_written_early) {
    db::Transaction slow{db_.pool(), testing::Database::everything()};
    record(slow, entry());
    (void)slow.run(db::Statement{"test.nothing", "SELECT 1"});
    sealed_batch(2);
    slow.commit();
    EXPECT_EQ(sealer_.seal(kCounty), 1U);
    const auto report = verify();
    EXPECT_THAT(report.findings, IsEmpty());
    EXPECT_EQ(report.entries, 3);
}

TEST_F(AuditTest, leaves_nothing_of_a_write_that_was_rolled_back) {
    {
        db::Transaction tx{db_.pool(), testing::Database::everything()};
        record(tx, entry());
        (void)tx.run(db::Statement{"test.nothing", "SELECT 1"});
    }
    EXPECT_EQ(sealer_.seal(kCounty), 0U);
}

TEST_F(AuditTest, is_verified_across_a_change_of_key) {
    sealed_batch(1);
    keys_ = KeyRing{{{1, std::string(32, 'k')}, {2, std::string(32, 'n')}}};
    sealed_batch(1);
    EXPECT_THAT(faults(), IsEmpty());
    keys_ = KeyRing{{{2, std::string(32, 'n')}}};
    EXPECT_THAT(faults(), ElementsAre(FaultKind::kKeyUnknown));
}

TEST_F(AuditTest, is_searched_by_page_newest_first) {
    for (int nth = 0; nth < 5; ++nth)
        write();
    auto scope = testing::Database::everything();
    scope.duty = "audit";
    db::Transaction tx{db_.pool(), scope};
    Search search{Time{}, clock_.now() + std::chrono::seconds{1}, {}, {}, {}, {}, {}};
    std::vector<std::string> subjects;
    for (;;) {
        const auto page = audit::search(tx, kCounty, search, 2);
        if (page.empty()) break;
        for (const auto& row : page)
            subjects.push_back(row.subject);
        search.before = {page.back().at, page.back().id};
    }
    EXPECT_THAT(subjects, ElementsAre("c5", "c4", "c3", "c2", "c1"));
    search.before.reset();
    search.subject = "c2";
    EXPECT_THAT(audit::search(tx, kCounty, search, 10), ::testing::SizeIs(1));
}

// ---- what row-level security says, whatever the server believes

class AuditRights : public AuditTest {
protected:
    std::int64_t run(const db::Scope& scope, const char* sql) {
        db::Transaction tx{db_.pool(), scope};
        const db::Statement statement{sql, sql};
        const auto rows = tx.run(statement);
        tx.commit();
        return rows;
    }
};

TEST_F(AuditRights, only_the_duty_reads) {
    write();
    auto scope = testing::Database::everything();
    EXPECT_EQ(run(scope, "SELECT id FROM audit_entry"), 0);
    scope.duty = "accounts";
    EXPECT_EQ(run(scope, "SELECT id FROM audit_entry"), 0);
    scope.duty = "audit";
    EXPECT_EQ(run(scope, "SELECT id FROM audit_entry"), 1);
    scope.county = "371324";
    EXPECT_EQ(run(scope, "SELECT id FROM audit_entry"), 0);
}

TEST_F(AuditRights, nobody_changes_or_deletes) {
    sealed_batch(1);
    auto scope = testing::Database::everything();
    scope.duty = "seal";
    for (const auto* sql : {"UPDATE audit_entry SET subject = 'x'", "DELETE FROM audit_entry",
                            "UPDATE audit_seal SET number = 9", "DELETE FROM audit_seal"}) {
        EXPECT_ANY_THROW(run(scope, sql)) << sql;
    }
}

TEST_F(AuditRights, nobody_writes_in_anothers_name) {
    auto scope = testing::Database::everything();
    scope.account = Id<Account>::make(clock_.now());
    const auto written = [&](Id<Account> account) {
        return db::in_transaction(db_.pool(), scope, [&](db::Transaction& tx) -> Result<void> {
            auto made = entry();
            made.account = account;
            record(tx, made);
            return {};
        });
    };
    EXPECT_TRUE(written(scope.account).has_value());
    EXPECT_FALSE(written(Id<Account>::make(clock_.now())).has_value());
    EXPECT_FALSE(written(Id<Account>{}).has_value());
}

}  // namespace
}  // namespace jingwei::audit
