-- $1 county $2 id $3 login $4 path $5 created at; account_pkey, account_login_key
INSERT INTO account (county, id, login, path, created_at) VALUES ($1, $2, $3, $4, $5)
