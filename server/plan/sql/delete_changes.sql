-- $1 county $2 plan; territory_plan_change_pkey
DELETE FROM territory_plan_change WHERE county = $1 AND plan_id = $2
