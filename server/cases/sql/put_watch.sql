-- Follow a case. $1 county, $2 account, $3 case (primary key).
INSERT INTO case_watch (county, account, case_id, received_at)
SELECT $1, $2, cases.id, cases.received_at FROM cases WHERE cases.county = $1 AND cases.id = $3
ON CONFLICT (county, account, case_id) DO NOTHING
