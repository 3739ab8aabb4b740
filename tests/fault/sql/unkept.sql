-- What was acknowledged and is not there once: a line of JSON for each step of which there is not exactly one row, with
-- that number, of one case, with one entry of the audit. Input: case, step, number, action, a line each.
CREATE TEMPORARY TABLE acknowledged (case_id uuid, step_id uuid, no integer, action text);
\copy acknowledged FROM pstdin
ANALYZE acknowledged;
WITH found AS (
    SELECT a.*,
           (SELECT count(*) FROM case_step s
            WHERE s.county = :'county' AND s.case_id = a.case_id AND s.id = a.step_id
              AND s.no = a.no AND s.action = a.action) AS steps,
           (SELECT count(*) FROM cases c
            WHERE c.county = :'county' AND c.id = a.case_id AND c.step_no >= a.no) AS cases,
           coalesce(e.entries, 0) AS entries
    FROM acknowledged a
    LEFT JOIN (SELECT subject, action, count(*) AS entries FROM audit_entry
               WHERE county = :'county' AND subject_kind = 'case' GROUP BY subject, action) e
      ON e.subject = a.case_id::text AND e.action = 'case.' || a.action
)
SELECT row_to_json(found) FROM found WHERE steps <> 1 OR cases <> 1 OR entries <> 1;
-- Whatever else became of an unanswered request: nothing of these cases twice, no gap, no step without its entry.
WITH steps AS (
    SELECT s.case_id, s.action, count(*) AS times,
           (SELECT count(*) FROM audit_entry e
            WHERE e.county = :'county' AND e.subject_kind = 'case' AND e.subject = s.case_id::text
              AND e.action = 'case.' || s.action) AS entries
    FROM case_step s
    WHERE s.county = :'county' AND s.case_id IN (SELECT case_id FROM acknowledged)
    GROUP BY s.case_id, s.action
)
SELECT row_to_json(steps) FROM steps WHERE times <> 1 OR entries <> 1;
SELECT row_to_json(c) FROM (
    SELECT cases.id, cases.step_no, count(*) AS steps, max(s.no) AS last
    FROM cases JOIN case_step s ON s.county = cases.county AND s.case_id = cases.id
    WHERE cases.county = :'county' AND cases.id IN (SELECT case_id FROM acknowledged)
    GROUP BY cases.id, cases.step_no) c
WHERE step_no <> steps OR last <> steps;
