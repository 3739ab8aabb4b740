-- $1 county $2 id; staff_meeting_pkey
SELECT id, node_id, path, held_at, subject, minutes, present, excused, written_by, written_at
FROM staff_meeting
WHERE county = $1 AND id = $2
