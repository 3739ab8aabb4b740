-- Subclasses past and present. $1 county; matter_subclass_pkey
SELECT code, class_code, name_zh, name_en, position FROM matter_subclass WHERE county = $1
