-- The id behind a code. $1 county, $2 code (cases_code_key).
SELECT id FROM cases WHERE county = $1 AND code = $2
