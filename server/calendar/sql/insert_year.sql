-- $1 county $2 year $3 version $4 source $5 imported at $6 by; calendar_year_pkey
INSERT INTO calendar_year (county, year, version, source, imported_at, imported_by)
VALUES ($1, $2, $3, $4, $5, $6)
