-- Plates of a case, newest first. $1 county, $2 case (primary key).
SELECT id, level, cause, issuer_name, issuer_duty, reason, raised_at, reply_due_at, reply,
       replied_at, lifted_at
FROM case_plate
WHERE county = $1 AND case_id = $2
ORDER BY raised_at DESC
