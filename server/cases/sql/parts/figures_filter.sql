-- Which cases figures are asked of. $3 and $4: received from and before, $6 unit or null, $7 matter or null,
-- $8 channel or null.
received_at >= $3 AND received_at < $4
  AND state <> 'voided'
  AND ($6::uuid IS NULL OR lead_unit = $6)
  AND ($7::uuid IS NULL OR matter_id = $7)
  AND ($8::text IS NULL OR channel = $8)
