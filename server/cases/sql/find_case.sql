-- One case that the reader may see. $1 county, $2 id (primary key).
SELECT :case_columns
FROM cases
WHERE county = $1 AND id = $2
