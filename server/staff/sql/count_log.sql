-- $1 county $2 member $3 day; work_log_member
SELECT count(*) FROM work_log WHERE county = $1 AND member_id = $2 AND day = $3
