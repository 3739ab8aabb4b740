-- $1 county $2 id $3 moment; unit_pkey
UPDATE unit SET valid_to = $3 WHERE county = $1 AND id = $2 AND valid_to IS NULL
