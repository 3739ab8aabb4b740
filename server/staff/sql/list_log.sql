-- The latest day first. $1 county $2 member or null $3 path or null $4 first day $5 last day $6 $7 day
-- and id of the last one seen $8 how many at most; work_log_member or work_log_day, backwards
SELECT id, member_id, node_id, path, day, text, written_at
FROM work_log
WHERE county = $1 AND ($2::uuid IS NULL OR member_id = $2)
      AND ($3::text IS NULL OR (path >= $3 AND path < $3 || '0'))
      AND day BETWEEN $4 AND $5 AND (day, id) < ($6, $7)
ORDER BY day DESC, id DESC
LIMIT $8
