-- The next $3 numbers of a year; answers the first. $1 county, $2 year (primary key).
INSERT INTO case_number (county, year, next)
VALUES ($1, $2, 1 + $3)
ON CONFLICT (county, year) DO UPDATE SET next = case_number.next + $3
RETURNING next - $3
