-- $1 county $2 id $3 node $4 path $5 moment $6 subject $7 minutes $8 present $9 excused $10 who
-- $11 when; staff_meeting_pkey
INSERT INTO staff_meeting (county, id, node_id, path, held_at, subject, minutes, present, excused,
                           written_by, written_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (county, id) DO NOTHING
