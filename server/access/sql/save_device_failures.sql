-- $1 county $2 account $3 device $4 failures $5 first failure $6 locked until (primary key)
INSERT INTO device_failure (county, account_id, device_id, failures, first_failure_at, locked_until)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (county, account_id, device_id) DO UPDATE
SET failures = excluded.failures,
    first_failure_at = excluded.first_failure_at,
    locked_until = excluded.locked_until
