-- $1 county $2 plan; territory_plan_step_pkey
SELECT action, at, account, by_name, reason
FROM territory_plan_step
WHERE county = $1 AND plan_id = $2
ORDER BY no
