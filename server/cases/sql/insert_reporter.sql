-- Who raised it, sealed. $1 county, $2 case, $3 name masked, $4 phone masked, $5 contact sealed,
-- $6 keyed index of the phone, $7 wants an answer.
INSERT INTO case_reporter (county, case_id, name_masked, phone_masked, contact_sealed, phone_key,
                           wants_answer)
VALUES ($1, $2, $3, $4, $5, $6, $7)
