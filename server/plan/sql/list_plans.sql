-- The newest first. $1 county $2 state or null $3 path at and below which, or null $4 at most;
-- territory_plan_changed
SELECT :plan_columns
FROM territory_plan
WHERE county = $1 AND ($2::text IS NULL OR state = $2)
  AND ($3::text IS NULL OR path = $3 OR starts_with(path, $3 || '/'))
ORDER BY changed_at DESC, id DESC
LIMIT $4
