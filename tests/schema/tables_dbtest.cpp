#include <gmock/gmock.h>

#include "db/session.h"
#include "testing/database.h"
#include "testing/test_cluster.h"

namespace jingwei {
namespace {

using ::testing::IsEmpty;

/// Rules of the house that the catalogue of PostgreSQL can be asked about. Each query lists what
/// breaks one.
class Tables : public ::testing::Test {
protected:
    std::vector<std::string> offenders(const std::string& query) {
        const db::Rows rows = session_.query(query);
        std::vector<std::string> names;
        for (int row = 0; row < rows.size(); ++row)
            names.emplace_back(rows.text(row, 0));
        return names;
    }

    /// Tables of a county: those with a column of that name.
    static constexpr auto kOfCounties =
        "WITH of_county AS ("
        " SELECT c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity,"
        "        a.attnum, a.attnotnull, a.atttypid"
        " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')"
        "   AND a.attname = 'county') ";

    testing::Database database_;
    db::Session session_{database_.url(), testing::TestCluster::superuser()};
};

TEST_F(Tables, of_a_county_begin_with_it) {
    EXPECT_THAT(offenders(std::string{kOfCounties} +
                          "SELECT relname FROM of_county WHERE attnum <> 1 OR NOT attnotnull"
                          " OR atttypid <> 'text'::regtype"),
                IsEmpty());
}

TEST_F(Tables, of_a_county_take_six_digits_only) {
    EXPECT_THAT(offenders(std::string{kOfCounties} +
                          "SELECT relname FROM of_county t WHERE NOT EXISTS ("
                          " SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND contype = 'c'"
                          " AND pg_get_constraintdef(k.oid) LIKE '%county ~ ''^[0-9]{6}$''%')"),
                IsEmpty());
}

TEST_F(Tables, of_a_county_are_behind_row_level_security_even_for_their_owner) {
    EXPECT_THAT(offenders(std::string{kOfCounties} +
                          "SELECT relname FROM of_county t WHERE NOT relrowsecurity"
                          " OR NOT relforcerowsecurity"
                          " OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid)"),
                IsEmpty());
}

TEST_F(Tables, of_a_county_have_a_primary_key) {
    EXPECT_THAT(offenders(std::string{kOfCounties} +
                          "SELECT relname FROM of_county t WHERE NOT EXISTS ("
                          " SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)"),
                IsEmpty());
}

TEST_F(Tables, of_a_county_have_keys_that_begin_with_it) {
    EXPECT_THAT(offenders(std::string{kOfCounties} +
                          "SELECT i.indexrelid::regclass FROM of_county t"
                          " JOIN pg_index i ON i.indrelid = t.oid"
                          " WHERE (i.indisunique OR i.indisexclusion) AND i.indkey[0] <> 1"),
                IsEmpty());
    EXPECT_THAT(offenders(std::string{kOfCounties} +
                          "SELECT t.relname || '.' || k.conname FROM of_county t"
                          " JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'"
                          " JOIN of_county r ON r.oid = k.confrelid"
                          " WHERE k.conkey[1] <> t.attnum OR k.confkey[1] <> r.attnum"),
                IsEmpty());
}

TEST_F(Tables, have_no_foreign_key_that_sets_null) {
    EXPECT_THAT(offenders("SELECT conname FROM pg_constraint WHERE contype = 'f'"
                          " AND (confdeltype IN ('n', 'd') OR confupdtype IN ('n', 'd'))"),
                IsEmpty());
}

TEST_F(Tables, belong_to_the_owner_and_never_to_the_server) {
    EXPECT_THAT(offenders("SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner"
                          " WHERE r.rolname = 'jingwei_app'"
                          " UNION ALL SELECT p.proname FROM pg_proc p"
                          " JOIN pg_roles r ON r.oid = p.proowner WHERE r.rolname = 'jingwei_app'"
                          " UNION ALL SELECT n.nspname FROM pg_namespace n"
                          " JOIN pg_roles r ON r.oid = n.nspowner WHERE r.rolname = 'jingwei_app'"
                          " UNION ALL SELECT d.datname FROM pg_database d"
                          " JOIN pg_roles r ON r.oid = d.datdba WHERE r.rolname = 'jingwei_app'"),
                IsEmpty());
}

TEST_F(Tables, cannot_be_changed_by_the_server) {
    EXPECT_THAT(offenders("SELECT relname FROM pg_class"
                          " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
                          " AND (has_table_privilege('jingwei_app', oid, 'TRUNCATE')"
                          "   OR has_table_privilege('jingwei_app', oid, 'REFERENCES')"
                          "   OR has_table_privilege('jingwei_app', oid, 'TRIGGER'))"
                          " UNION ALL SELECT 'CREATE in public'"
                          " WHERE has_schema_privilege('jingwei_app', 'public', 'CREATE')"
                          " UNION ALL SELECT rolname FROM pg_roles WHERE rolname LIKE 'jingwei%'"
                          " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"),
                IsEmpty());
}

TEST_F(Tables, of_the_whole_country_are_only_read_by_the_server) {
    EXPECT_THAT(offenders(std::string{kOfCounties} +
                          "SELECT relname FROM pg_class c"
                          " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
                          " AND NOT EXISTS (SELECT FROM of_county t WHERE t.oid = c.oid)"
                          " AND has_table_privilege('jingwei_app', oid, 'INSERT, UPDATE, DELETE')"),
                IsEmpty());
}

// Without a scope jingwei_county() is null, and null AND anything is not true.
TEST_F(Tables, of_a_county_show_nothing_without_a_scope) {
    EXPECT_THAT(
        offenders(std::string{kOfCounties} +
                  "SELECT t.relname || '.' || p.polname FROM of_county t"
                  " JOIN pg_policy p ON p.polrelid = t.oid"
                  " CROSS JOIN LATERAL (VALUES (pg_get_expr(p.polqual, t.oid)),"
                  "   (pg_get_expr(p.polwithcheck, t.oid))) AS said(expression)"
                  " WHERE expression IS NOT NULL"
                  "   AND expression <> '(county = jingwei_county())'"
                  "   AND NOT starts_with(expression, '((county = jingwei_county()) AND ')"),
        IsEmpty());
}

TEST_F(Tables, of_a_county_have_policies_that_restrict_nobody_else_and_widen_nothing) {
    EXPECT_THAT(offenders(std::string{kOfCounties} +
                          "SELECT t.relname || '.' || p.polname FROM of_county t"
                          " JOIN pg_policy p ON p.polrelid = t.oid"
                          // for all roles, and an INSERT or UPDATE that no expression bounds
                          " WHERE p.polroles <> '{0}' OR (p.polcmd IN ('a', 'w', '*')"
                          "   AND p.polqual IS NULL AND p.polwithcheck IS NULL)"),
                IsEmpty());
}

TEST_F(Tables, have_policies_that_look_up_by_key_and_cannot_be_hashed) {
    EXPECT_THAT(offenders("SELECT tablename || '.' || policyname FROM pg_policies,"
                          " LATERAL (SELECT concat_ws(' ', qual, with_check)) AS of(text)"
                          " WHERE (length(text) - length(replace(text, 'EXISTS (', ''))) / 8"
                          "    <> (length(text) - length(replace(text, 'OFFSET 0', ''))) / 8"),
                IsEmpty());
}

TEST_F(Tables, of_history_are_only_added_to) {
    for (const auto* table :
         {"audit_entry", "audit_seal", "case_step", "case_file", "case_reporter", "territory_past",
          "calendar_year", "calendar_day", "matter_unit", "matter_limit", "case_setting",
          "staff_record_past", "staff_handover"}) {
        EXPECT_EQ(session_.value("SELECT has_any_column_privilege('jingwei_app', $1, 'UPDATE')"
                                 " OR has_table_privilege('jingwei_app', $1, 'DELETE')",
                                 {table}),
                  "f")
            << table;
    }
}

TEST_F(Tables, that_the_server_deletes_from_are_few) {
    EXPECT_THAT(
        offenders("SELECT relname FROM pg_class"
                  " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
                  " AND has_table_privilege('jingwei_app', oid, 'DELETE')"
                  // an absence that has not begun is taken back
                  // a file that nothing holds is removed
                  // an imported base map takes the place of the one before
                  // a copy of a list goes after a day
                  // the changes of a draft are written anew as a whole
                  // minutes that were written by mistake, and one's own notes
                  " AND relname NOT IN ('audit_pending', 'case_export', 'case_watch',"
                  "                     'device_failure', 'file', 'job', 'map_tile', 'post_away',"
                  "                     'session', 'staff_meeting', 'territory_plan_change', "
                  "'work_log')"),
        IsEmpty());
}

TEST_F(Tables, of_files_are_never_changed) {
    EXPECT_EQ(session_.value("SELECT has_any_column_privilege('jingwei_app', 'file', 'UPDATE')"),
              "f");
}

TEST_F(Tables, that_hold_a_file_are_known_to_the_view_of_orphans) {
    EXPECT_THAT(
        offenders("SELECT k.conrelid::regclass FROM pg_constraint k"
                  " WHERE k.confrelid = 'file'::regclass AND NOT EXISTS ("
                  "  SELECT FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid"
                  "  WHERE r.ev_class = 'orphan_file'::regclass"
                  "    AND d.refobjid = k.conrelid AND d.refobjsubid = ANY (k.conkey[2:]))"),
        IsEmpty());
}

TEST_F(Tables, are_not_reached_by_functions_with_the_rights_of_others) {
    EXPECT_THAT(offenders("SELECT p.proname FROM pg_proc p"
                          " WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef"
                          " AND NOT EXISTS (SELECT FROM unnest(p.proconfig) AS setting"
                          "   WHERE setting LIKE 'search_path=%')"
                          " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid"
                          "   AND d.deptype = 'e')"),
                IsEmpty());
    EXPECT_THAT(offenders("SELECT p.proname FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner"
                          " WHERE p.prosecdef AND r.rolname LIKE 'jingwei%'"),
                IsEmpty());
    EXPECT_THAT(offenders("SELECT r.rolname FROM pg_auth_members m"
                          " JOIN pg_roles u ON u.oid = m.member JOIN pg_roles r ON r.oid = m.roleid"
                          " WHERE u.rolname = 'jingwei_app'"),
                IsEmpty());
}

TEST_F(Tables, views_look_with_the_eyes_of_the_reader) {
    EXPECT_THAT(offenders("SELECT relname FROM pg_class c"
                          " WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'"
                          " AND NOT COALESCE(reloptions, '{}') && "
                          "   '{security_invoker=true,security_invoker=on}'"
                          " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid"
                          "   AND d.deptype = 'e')"),
                IsEmpty());
}

}  // namespace
}  // namespace jingwei
