-- $1 county $2 last seen before; session_seen
DELETE FROM session WHERE county = $1 AND seen_at < $2
