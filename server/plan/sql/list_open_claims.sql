-- What other plans that are not settled yet mean to change. $1 county $2 the plan that asks;
-- territory_plan_pkey. Drafts last: what is submitted or approved
-- is never left out
SELECT plan.id, plan.name, plan.state, change.touches, change.results
FROM territory_plan AS plan
JOIN territory_plan_change AS change ON change.county = plan.county AND change.plan_id = plan.id
WHERE plan.county = $1 AND plan.id <> $2 AND plan.state IN ('draft', 'submitted', 'approved')
ORDER BY plan.state = 'draft', plan.id, change.no
LIMIT 5000
