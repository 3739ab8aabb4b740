-- One upload. $1 county, $2 id, $3 account, $4 name, $5 sha256, $6 media type, $7 bytes,
-- $8 width, $9 height, $10 time. The same id again changes nothing (primary key).
INSERT INTO file (county, id, account, name, sha256, media_type, bytes, width, height, uploaded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (county, id) DO NOTHING
