-- Does the account follow it? $1 county, $2 account, $3 case (primary key).
SELECT EXISTS (SELECT 1 FROM case_watch WHERE county = $1 AND account = $2 AND case_id = $3)
