-- $1 county $2 account $3 display name; account_name_pkey
UPDATE account_name SET display_name = $3 WHERE county = $1 AND account_id = $2
