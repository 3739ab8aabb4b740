-- A file that the reader may see. $1 county, $2 id (primary key).
SELECT id, name, sha256, media_type, bytes, width, height, account
FROM file
WHERE county = $1 AND id = $2
