-- What a record says now is kept before it changes. $1 county $2 id $3 version; staff_record_pkey
INSERT INTO staff_record_past (county, id, version, path, manner, post_id, title, from_on, to_on,
                               hours, note, written_by, written_at)
SELECT county, id, version, path, manner, post_id, title, from_on, to_on, hours, note, written_by,
       written_at
FROM staff_record
WHERE county = $1 AND id = $2 AND version = $3
ON CONFLICT (county, id, version) DO NOTHING
