-- Any upload of these bytes. $1 county, $2 sha256; file_content.
SELECT id FROM file WHERE county = $1 AND sha256 = $2 LIMIT 1
