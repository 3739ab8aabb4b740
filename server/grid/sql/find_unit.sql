-- Open or closed. $1 county $2 id; unit_pkey
SELECT id, node_id, parent_id, path, name, short_name, kind, phone, duties, valid_from
FROM unit
WHERE county = $1 AND id = $2
