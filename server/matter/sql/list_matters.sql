-- Every version of every matter. $1 county; matter_pkey
SELECT id, version, code, class_code, subclass_code, name_zh, name_en, guidance_zh, guidance_en,
       bearing, funding, severity, evidence, grid_may_close, is_public, emergency, keywords, form,
       valid_from, valid_to
FROM matter
WHERE county = $1
