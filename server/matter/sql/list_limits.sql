-- The limits of each version. $1 county; matter_limit_pkey
SELECT matter_id, version, stage, unit, amount, amount_unit
FROM matter_limit
WHERE county = $1
ORDER BY matter_id, version, stage, unit
