-- A plate goes up. $1 county, $2 case, $3 id of the step, $4 level, $5 cause, $6 issuer, $7 duty,
-- $8 reason, $9 time, $10 reply due.
INSERT INTO case_plate (county, case_id, id, level, cause, issuer_name, issuer_duty, reason,
                        raised_at, reply_due_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
