-- Until the transaction ends nobody takes these bytes away. $1 county, $2 sha256.
SELECT pg_advisory_xact_lock_shared(hashtextextended($1 || '/' || $2, 0))
