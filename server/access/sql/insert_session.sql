-- $1 county $2 id $3 account $4 token hash $5 now $6 address $7 agent; session_pkey
INSERT INTO session (county, id, account_id, token_hash, created_at, seen_at, address, agent)
VALUES ($1, $2, $3, $4, $5, $5, $6, $7)
