-- $1 county $2 id; work_log_pkey
DELETE FROM work_log WHERE county = $1 AND id = $2
