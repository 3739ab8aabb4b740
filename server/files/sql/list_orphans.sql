-- Uploads that nothing holds, in order of their ids. $1 county, $2 uploaded then or before, $3 after
-- this id, $4 how many at most; the view joins case_file_file and staff_member_photo.
SELECT id, sha256
FROM orphan_file
WHERE county = $1 AND uploaded_at <= $2 AND id > $3
ORDER BY id
LIMIT $4
