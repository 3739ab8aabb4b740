-- $1 county $2 id $3 member $4 node $5 path $6 day $7 text $8 when; work_log_pkey
INSERT INTO work_log (county, id, member_id, node_id, path, day, text, written_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (county, id) DO NOTHING
