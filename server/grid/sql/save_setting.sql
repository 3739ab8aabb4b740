-- $1 county $2 code rule $3 level names $4 complaint phone; territory_setting_pkey
INSERT INTO territory_setting (county, code_rule, level_names, complaint_phone)
VALUES ($1, $2, $3, $4)
ON CONFLICT (county) DO UPDATE
SET code_rule = excluded.code_rule,
    level_names = excluded.level_names,
    complaint_phone = excluded.complaint_phone
