-- $1 county $2 plan; territory_plan_change_pkey
SELECT kind, touches, results
FROM territory_plan_change
WHERE county = $1 AND plan_id = $2
ORDER BY no
