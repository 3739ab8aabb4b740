-- Ends a version that is open; touches none when somebody was faster. $1 county $2 id $3 version
-- $4 at; matter_pkey
UPDATE matter SET valid_to = $4
WHERE county = $1 AND id = $2 AND version = $3 AND valid_to IS NULL AND valid_from < $4
RETURNING true AS closed
