-- $1 county $2 id $3 now; api_token_pkey
UPDATE api_token SET used_at = $3 WHERE county = $1 AND id = $2
