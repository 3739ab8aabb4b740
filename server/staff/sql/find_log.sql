-- $1 county $2 id; work_log_pkey
SELECT id, member_id, node_id, path, day, text, written_at
FROM work_log
WHERE county = $1 AND id = $2
