-- One case, held until the end of the transaction. Whoever waited for it here gets it as whoever held
-- it before has committed it. $1 county, $2 id (primary key).
SELECT :case_columns
FROM cases
WHERE county = $1 AND id = $2
FOR UPDATE
