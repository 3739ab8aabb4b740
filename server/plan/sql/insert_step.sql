-- The next step of a plan that is held. $1 county $2 plan $3 action $4 now $5 account $6 name $7 reason;
-- territory_plan_step_pkey
INSERT INTO territory_plan_step (county, plan_id, no, action, at, account, by_name, reason)
SELECT $1, $2, COALESCE(max(no), 0) + 1, $3, $4, $5, $6, $7
FROM territory_plan_step
WHERE county = $1 AND plan_id = $2
