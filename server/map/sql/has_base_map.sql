-- Whether $county has brought a drawing of its streets; base_map_pkey
SELECT digest
FROM base_map
WHERE county = $county
