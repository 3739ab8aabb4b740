-- $1 county $2 id $3 version before $4 manner $5 post $6 title $7 first day $8 last day $9 hours
-- $10 note $11 who $12 when $13 removed; staff_record_pkey
UPDATE staff_record
SET manner = $4, post_id = $5, title = $6, from_on = $7, to_on = $8, hours = $9, note = $10,
    written_by = $11, written_at = $12, removed = $13, version = version + 1
WHERE county = $1 AND id = $2 AND version = $3
