-- Classes past and present. $1 county; matter_class_pkey
SELECT code, name_zh, name_en, position FROM matter_class WHERE county = $1
