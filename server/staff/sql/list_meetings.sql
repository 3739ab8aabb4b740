-- The latest first. $1 county $2 path or null $3 from $4 to, open $5 $6 moment and id of the last one
-- seen $7 how many at most; staff_meeting_held, backwards
SELECT id, node_id, path, held_at, subject, minutes, present, excused, written_by, written_at
FROM staff_meeting
WHERE county = $1 AND ($2::text IS NULL OR (path >= $2 AND path < $2 || '0'))
      AND held_at >= $3 AND held_at < $4 AND (held_at, id) < ($5, $6)
ORDER BY held_at DESC, id DESC
LIMIT $7
