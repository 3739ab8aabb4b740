-- $1 county; unit_path
SELECT id, node_id, parent_id, path, name, short_name, kind, phone, duties, valid_from
FROM unit
WHERE county = $1 AND valid_to IS NULL
