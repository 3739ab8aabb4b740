-- Joint sessions are listed by when they meet.
CREATE INDEX case_session_meets ON case_session (county, meets_at, case_id);
