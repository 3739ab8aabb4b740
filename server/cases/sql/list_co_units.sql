-- Units that help or were called. $1 county, $2 case (primary key).
SELECT unit_id, has_task, attended, done_at
FROM case_co_unit
WHERE county = $1 AND case_id = $2
ORDER BY unit_id
