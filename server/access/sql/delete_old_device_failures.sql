-- $1 county $2 first failure before; device_failure_first
DELETE FROM device_failure WHERE county = $1 AND first_failure_at < $2
