-- A plan that is held. $1 county $2 id $3 name $4 note $5 state $6 day $7 now $8 who submitted it
-- $9 who approved it $10 in force at $11 hindrance; territory_plan_pkey
UPDATE territory_plan
SET name = $3, note = $4, state = $5, in_force_on = $6, changed_at = $7, submitted_by = $8,
    approved_by = $9, in_force_at = $10, hindrance = $11, revision = revision + 1
WHERE county = $1 AND id = $2
