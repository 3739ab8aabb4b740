-- $1 county $2 account $3 device (primary key)
DELETE FROM device_failure WHERE county = $1 AND account_id = $2 AND device_id = $3
