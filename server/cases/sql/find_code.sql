-- Who says to have raised it is asked for the end of the phone. $1 county, $2 code (cases_code_key,
-- primary key of case_reporter).
SELECT cases.id, case_reporter.phone_masked
FROM cases JOIN case_reporter ON case_reporter.county = cases.county
                             AND case_reporter.case_id = cases.id
WHERE cases.county = $1 AND case_reporter.county = $1 AND cases.code = $2
