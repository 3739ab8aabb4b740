-- $1 county; territory_setting_pkey
SELECT code_rule, level_names, complaint_phone FROM territory_setting WHERE county = $1
