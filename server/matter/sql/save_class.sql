-- $1 county $2 code $3 name $4 English $5 position $6 since; matter_class_pkey
INSERT INTO matter_class (county, code, name_zh, name_en, position, valid_from)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (county, code) DO UPDATE
SET name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, position = EXCLUDED.position,
    valid_to = NULL
