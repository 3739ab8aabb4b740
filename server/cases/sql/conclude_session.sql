-- What a session decided. $1 county, $2 case, $3 number, $4 decision, $5 time. Primary key.
UPDATE case_session SET decision = $4, concluded_at = $5
WHERE county = $1 AND case_id = $2 AND no = $3
