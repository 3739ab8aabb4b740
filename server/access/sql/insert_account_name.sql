-- $1 county $2 account $3 display name; account_name_pkey
INSERT INTO account_name (county, account_id, display_name) VALUES ($1, $2, $3)
