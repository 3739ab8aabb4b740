-- Approved and their day has come. $1 county $2 today; territory_plan_due
SELECT id FROM territory_plan
WHERE county = $1 AND in_force_on <= $2 AND state = 'approved'
ORDER BY in_force_on, id
LIMIT 100
