-- What a record said, the latest first. $1 county $2 id; staff_record_past_pkey, backwards
SELECT version, manner, post_id, title, from_on, to_on, hours, note, written_by, written_at
FROM staff_record_past
WHERE county = $1 AND id = $2
ORDER BY version DESC
LIMIT 200
