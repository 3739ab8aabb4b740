-- All plates come down. $1 county, $2 case, $3 time.
UPDATE case_plate SET lifted_at = $3
WHERE county = $1 AND case_id = $2 AND lifted_at IS NULL
