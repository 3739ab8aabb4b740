-- $1 county $2 id $3 version $4 code $5 class $6 subclass $7 name $8 English $9 guidance $10 English
-- $11 bearing $12 funding $13 severity $14 evidence $15 grid may close $16 public $17 emergency
-- $18 keywords $19 form $20 valid from; matter_pkey
INSERT INTO matter (county, id, version, code, class_code, subclass_code, name_zh, name_en,
                    guidance_zh, guidance_en, bearing, funding, severity, evidence, grid_may_close,
                    is_public, emergency, keywords, form, valid_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
