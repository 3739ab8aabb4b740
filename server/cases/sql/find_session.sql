-- The last session of a case. $1 county, $2 case (primary key, backwards).
SELECT no, meets_at, meeting_place, subject, summoned, decision
FROM case_session
WHERE county = $1 AND case_id = $2
ORDER BY no DESC
LIMIT 1
