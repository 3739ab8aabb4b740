-- $1 county $2 id $3 account $4 name $5 token hash $6 permissions $7 created $8 expires; api_token_pkey
INSERT INTO api_token (county, id, account_id, name, token_hash, permissions, created_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
