-- $1 county $2 matter $3 version $4 position $5 level $6 unit $7 lead; matter_unit_pkey
INSERT INTO matter_unit (county, matter_id, version, position, level, unit, lead)
VALUES ($1, $2, $3, $4, $5, $6, $7)
