-- $1 county $2 account $3 limit; session_account
SELECT s.id, s.created_at, s.seen_at, s.address, s.agent
FROM session s
WHERE s.county = $1 AND s.account_id = $2 AND s.ended_at IS NULL
ORDER BY s.seen_at DESC
LIMIT $3
