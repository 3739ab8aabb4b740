-- Who raised it. $1 county, $2 case (primary key).
SELECT name_masked, phone_masked, contact_sealed, phone_key, wants_answer
FROM case_reporter
WHERE county = $1 AND case_id = $2
