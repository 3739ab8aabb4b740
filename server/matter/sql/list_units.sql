-- Who answers for each version, in order. $1 county; matter_unit_pkey
SELECT matter_id, version, level, unit, lead
FROM matter_unit
WHERE county = $1
ORDER BY matter_id, version, position
