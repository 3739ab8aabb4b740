-- $1 county $2 matter $3 version $4 stage $5 unit or '' $6 amount $7 its unit; matter_limit_pkey
INSERT INTO matter_limit (county, matter_id, version, stage, unit, amount, amount_unit)
VALUES ($1, $2, $3, $4, $5, $6, $7)
