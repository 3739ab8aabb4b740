-- Joint sessions of the cases that the reader sees, the latest first. $1 county $2 path or null $3 from
-- $4 to, open $5 $6 moment and case of the last one seen $7 how many at most; case_session_meets,
-- backwards, and cases_pkey
SELECT held.case_id, held.no, held.meets_at, held.meeting_place, held.subject, held.summoned,
       held.decision, held.concluded_at, cases.code, cases.grid_path,
       left(cases.description, 60) AS summary
FROM case_session AS held
JOIN cases ON cases.county = held.county AND cases.id = held.case_id
WHERE held.county = $1 AND cases.county = $1 AND held.meets_at >= $3 AND held.meets_at < $4
      AND (held.meets_at, held.case_id) < ($5, $6)
      AND ($2::text IS NULL OR (cases.grid_path >= $2 AND cases.grid_path < $2 || '0'))
ORDER BY held.meets_at DESC, held.case_id DESC
LIMIT $7
