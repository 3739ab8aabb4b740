-- $1 county $2 id $3 node $4 path $5 name $6 note $7 day $8 now; territory_plan_pkey
INSERT INTO territory_plan (county, id, node_id, path, name, note, state, in_force_on, revision, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, 'draft', $7, 1, $8)
ON CONFLICT (county, id) DO NOTHING
