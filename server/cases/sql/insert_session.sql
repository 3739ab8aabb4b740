-- A joint session is called. $1 county, $2 case, $3 number, $4 when, $5 where, $6 about, $7 units.
INSERT INTO case_session (county, case_id, no, meets_at, meeting_place, subject, summoned, decision)
VALUES ($1, $2, $3, $4, $5, $6, $7, '')
