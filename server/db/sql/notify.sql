-- Tells every listener of channel $1 the payload $2, when the transaction commits. No index.
SELECT pg_notify($1, $2)
