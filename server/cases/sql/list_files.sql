-- Files of a case. $1 county, $2 case (primary key).
SELECT file.id, case_file.step_no, file.name, file.media_type, file.bytes, file.width, file.height
FROM case_file JOIN file ON file.county = case_file.county AND file.id = case_file.file_id
WHERE case_file.county = $1 AND file.county = $1 AND case_file.case_id = $2
ORDER BY case_file.step_no, file.id
