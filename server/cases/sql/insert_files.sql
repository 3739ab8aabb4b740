-- Files of a step. $1 county, $2 case, $3 number of the step, $4 files. A policy refuses those
-- of others; the same file again changes nothing.
INSERT INTO case_file (county, case_id, file_id, step_no)
SELECT $1, $2, given, $3
FROM unnest($4::uuid[]) AS given
ON CONFLICT (county, case_id, file_id) DO NOTHING
