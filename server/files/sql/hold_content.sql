-- Until the transaction ends nobody else takes these bytes in or away. $1 county, $2 sha256.
SELECT pg_advisory_xact_lock(hashtextextended($1 || '/' || $2, 0))
