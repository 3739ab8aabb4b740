-- $1 county $2 id $3 name $4 short name $5 phone $6 duties; null keeps what is there; unit_pkey
UPDATE unit
SET name = COALESCE($3, name), short_name = COALESCE($4, short_name), phone = COALESCE($5, phone),
    duties = COALESCE($6, duties)
WHERE county = $1 AND id = $2 AND valid_to IS NULL
