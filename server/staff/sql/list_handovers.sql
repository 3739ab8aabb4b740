-- Given or taken by one person, the latest first. $1 county $2 member $3 how many at most;
-- staff_handover_member and staff_handover_to_member
SELECT id, member_id, to_member_id, path, at, note, ended, begun, written_by, written_at
FROM staff_handover
WHERE county = $1 AND (member_id = $2 OR to_member_id = $2)
ORDER BY at DESC, id DESC
LIMIT $3
