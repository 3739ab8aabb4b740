-- $1 county $2 id $3 member $4 path $5 kind $6 manner $7 post $8 title $9 first day $10 last day
-- $11 hours $12 note $13 who $14 when; staff_record_pkey
INSERT INTO staff_record (county, id, member_id, path, kind, manner, post_id, title, from_on, to_on,
                          hours, note, version, written_by, written_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, $14)
ON CONFLICT (county, id) DO NOTHING
