-- Follow it no longer. $1 county, $2 account, $3 case (primary key).
DELETE FROM case_watch WHERE county = $1 AND account = $2 AND case_id = $3
