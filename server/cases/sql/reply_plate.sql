-- What the unit says to the plates that are up. $1 county, $2 case, $3 reply, $4 time.
UPDATE case_plate SET reply = $3, replied_at = $4
WHERE county = $1 AND case_id = $2 AND lifted_at IS NULL AND reply IS NULL
