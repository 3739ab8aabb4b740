-- Removes the cases that a run has reported and left so, lest they fill somebody's inbox for the
-- next run. :since is when the run began. Nothing but steps hangs on them, so that nothing is asked of the
-- tables that refer to cases: some of them have no index for that.
SET session_replication_role = replica;
DELETE FROM case_step s
USING cases c
WHERE c.county = s.county AND c.id = s.case_id
  AND c.reported_at >= :'since' AND c.state = 'reported';
DELETE FROM cases WHERE reported_at >= :'since' AND state = 'reported';
VACUUM (ANALYZE) cases, case_step;
