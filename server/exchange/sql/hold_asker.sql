-- One request of an account at a time, until the transaction ends. $1 county, $2 account.
SELECT pg_advisory_xact_lock(hashtextextended($1 || '/export/' || $2::uuid::text, 0))
