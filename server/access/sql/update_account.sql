-- $1 county $2 id $3 path $4 disabled at, or null; account_pkey
UPDATE account SET path = $3, disabled_at = $4 WHERE county = $1 AND id = $2
