-- Of one person, the latest day first. $1 county $2 member $3 whether removed ones too;
-- staff_record_member, backwards
SELECT id, member_id, kind, manner, post_id, title, from_on, to_on, hours, note, version,
       written_by, written_at, removed
FROM staff_record
WHERE county = $1 AND member_id = $2 AND (NOT removed OR $3)
ORDER BY from_on DESC, id DESC
