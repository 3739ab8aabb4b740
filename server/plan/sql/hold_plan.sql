-- So that two steps of one plan come one after the other. $1 county $2 id; territory_plan_pkey
SELECT :plan_columns
FROM territory_plan
WHERE county = $1 AND id = $2
FOR UPDATE
