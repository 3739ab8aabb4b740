-- $1 county $2 plan $3 number $4 kind $5 touches $6 results; territory_plan_change_pkey
INSERT INTO territory_plan_change (county, plan_id, no, kind, touches, results)
VALUES ($1, $2, $3, $4, $5, $6)
