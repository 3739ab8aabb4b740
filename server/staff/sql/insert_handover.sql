-- $1 county $2 id $3 from member $4 to member $5 path $6 moment $7 note $8 holdings ended
-- $9 holdings begun $10 who $11 when; staff_handover_pkey
INSERT INTO staff_handover (county, id, member_id, to_member_id, path, at, note, ended, begun,
                            written_by, written_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (county, id) DO NOTHING
