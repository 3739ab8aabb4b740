-- One step by its number. $1 county, $2 case, $3 number (primary key).
SELECT no, id, action, at, account, by_name, by_duty, capacity, state, text, body
FROM case_step
WHERE county = $1 AND case_id = $2 AND no = $3
