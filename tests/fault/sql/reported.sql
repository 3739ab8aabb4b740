-- What was reported since the demo was loaded: cases that the audit knows, their first steps, and its entries.
SELECT json_build_object(
    'cases', count(c.id),
    'steps', count(s.id),
    'entries', count(*))
FROM audit_entry e
LEFT JOIN cases c ON c.county = e.county AND c.id = e.subject::uuid
LEFT JOIN case_step s ON s.county = c.county AND s.case_id = c.id AND s.no = 1
WHERE e.county = :'county' AND e.subject_kind = 'case' AND e.action = 'case.report';
