-- $1 county $2 id; staff_record_pkey
SELECT id, member_id, path, kind, manner, post_id, title, from_on, to_on, hours, note, version,
       written_by, written_at, removed
FROM staff_record
WHERE county = $1 AND id = $2
