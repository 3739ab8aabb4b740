-- $1 county $2 id; staff_handover_pkey
SELECT id, member_id, to_member_id, path, at, note, ended, begun, written_by, written_at
FROM staff_handover
WHERE county = $1 AND id = $2
