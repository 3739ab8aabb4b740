-- Who did what last. $1 county, $2 case (primary key, backwards).
SELECT no, id, action, at, account, by_name, by_duty, capacity, state, text, body
FROM case_step
WHERE county = $1 AND case_id = $2
ORDER BY no DESC
LIMIT 1
