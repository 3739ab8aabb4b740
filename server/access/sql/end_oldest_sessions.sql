-- $1 county $2 account $3 how many stay $4 now; session_account
WITH beyond AS MATERIALIZED (
    SELECT s.id FROM session s
    WHERE s.county = $1 AND s.account_id = $2 AND s.ended_at IS NULL
    ORDER BY s.seen_at DESC, s.id DESC
    OFFSET $3
)
UPDATE session SET ended_at = $4
WHERE county = $1 AND id IN (SELECT b.id FROM beyond b)
