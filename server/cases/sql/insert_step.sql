-- One step. $1 county, $2 case, $3 number, $4 id, $5 action, $6 time, $7 account, $8 name, $9 duty,
-- $10 capacity, $11 state after it, $12 text, $13 the rest.
INSERT INTO case_step (county, case_id, no, id, action, at, account, by_name, by_duty, capacity,
                       state, text, body)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
