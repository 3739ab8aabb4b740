-- $1 county $2 code $3 class $4 name $5 English $6 position $7 since; matter_subclass_pkey
INSERT INTO matter_subclass (county, code, class_code, name_zh, name_en, position, valid_from)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (county, code) DO UPDATE
SET class_code = EXCLUDED.class_code, name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en,
    position = EXCLUDED.position, valid_to = NULL
