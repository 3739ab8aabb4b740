-- $1 year $2 version $3 source $4 imported at $5 by; calendar_year_pkey
INSERT INTO calendar_year (year, version, source, imported_at, imported_by)
VALUES ($1, $2, $3, $4, $5)
