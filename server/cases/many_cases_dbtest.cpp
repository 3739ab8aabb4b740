#include "cases/many_cases.h"
#include "cases/small_county.h"
#include "testing/database.h"

namespace jingwei::cases {
namespace {

// $1 county, $2 how many, $3 first number, $4 reporter, $5 now, $6 a matter, $7 and $8 units.
constexpr db::Statement kInsertCases{"test.many_cases",
                                     R"(INSERT INTO cases (
       county, id, code, step_no, channel, matter_id, urgency, description, words, node_id,
       grid_path, desk_path, lead_unit, address, received_at, reported_at, reported_by, state,
       extension, suspension, session, sample, plate, designated, self_closed, confidential,
       answer_wanted, open_co_tasks, merged_reports, merged_into, state_before, returns, reworks,
       reopens, passes, merges, extensions, suspensions, sessions, plates, co_units, secrecies,
       suspended_days, answer, due_at, yellow_at, sort_at)
SELECT $1, lpad(to_hex(nr), 32, '0')::uuid, 'T' || nr, 1,
       (array['worker', 'hotline', 'police'])[1 + nr % 3],
       CASE WHEN nr % 7 = 0 THEN lpad('9', 32, '9')::uuid ELSE $6 END,
       'ordinary', '路灯', array_to_tsvector(array['路灯', 'w' || nr % 11]), $6,
       $1 || (array['/101/204/001', '/101/205/001'])[1 + nr / 2 % 2],
       $1 || CASE WHEN nr % 3 = 0 THEN '/101' WHEN nr / 2 % 2 = 0 THEN '/101/204'
                  ELSE '/101/205' END,
       CASE nr % 5 WHEN 0 THEN $7::uuid WHEN 1 THEN $8::uuid END, '',
       $5::timestamptz - nr * interval '1 minute', $5, $4, made.state,
       CASE WHEN nr % 4 = 0 THEN 'asked' ELSE 'none' END, 'none', 'none', 'none',
       CASE WHEN nr % 6 = 0 THEN 'yellow' ELSE 'none' END, false, false, nr % 13 = 0, true, 0, 0,
       NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '',
       CASE WHEN made.open THEN made.sort_at END, NULL, made.sort_at
FROM generate_series($3::integer, $3::integer + $2::integer - 1) AS nr,
LATERAL (SELECT (array['archived', 'closed', 'reported', 'archived', 'accepted', 'assigned',
                       'archived', 'handling', 'handled', 'verified', 'answered', 'followed_up',
                       'rejected', 'voided', 'archived', 'archived', 'archived'])[1 + nr % 17],
                nr % 17 IN (2, 4, 5, 7, 8, 9, 10),
                $5::timestamptz + (nr % 41 - 20) * interval '1 hour') AS made(state, open,
                                                                                sort_at))"};

// $1 county, $2 unit.
constexpr db::Statement kInsertHelpers{
    "test.many_helpers",
    R"(INSERT INTO case_co_unit (county, case_id, unit_id, has_task, attended, called, received_at,
                                 sort_at, waits)
SELECT county, id, $2, true, false, false, received_at,
       CASE WHEN due_at IS NOT NULL THEN sort_at END, state IN ('assigned', 'handling')
FROM cases WHERE county = $1 AND matter_id = lpad('9', 32, '9')::uuid)"};

// $1 county, $2 unit.
constexpr db::Statement kKeepHelpers{"test.many_helped",
                                     "UPDATE cases SET helping = ARRAY[$2::uuid] "
                                     "WHERE county = $1 AND matter_id = lpad('9', 32, '9')::uuid"};

// $1 county, $2 account.
constexpr db::Statement kFollow{"test.many_followed",
                                R"(INSERT INTO case_watch (county, account, case_id, received_at)
SELECT county, $2, id, received_at FROM cases WHERE county = $1 AND plate <> 'none')"};

}  // namespace

void add_many_cases(SmallCounty& county, std::int32_t count) {
    const auto insert = [&](std::int32_t first, std::optional<Id<Account>> reporter) {
        db::Scope scope = testing::Database::everything();
        if (reporter) scope.account = *reporter;
        db::Transaction tx{county.pool(), scope};
        tx.queue(kInsertCases, scope.county, count / 2, first, reporter, county.clock().now(),
                 county.lamp(), county.unit("路灯所"), county.unit("城管办"));
        tx.commit();
    };
    insert(1, std::nullopt);
    insert(1 + count / 2, county.person("worker").account());
    db::Transaction tx{county.pool(), testing::Database::everything()};
    tx.queue(kInsertHelpers, kCountyPath, county.unit("路灯所"));
    tx.queue(kKeepHelpers, kCountyPath, county.unit("路灯所"));
    tx.commit();
    db::Scope follower = testing::Database::everything();
    follower.account = county.person("lead").account();
    db::Transaction follow{county.pool(), follower};
    follow.queue(kFollow, kCountyPath, follower.account);
    follow.commit();
}

}  // namespace jingwei::cases
