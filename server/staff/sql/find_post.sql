-- $1 county $2 id; post_pkey
SELECT id, node_id, path, kind, title, duties, valid_from, valid_to
FROM post
WHERE county = $1 AND id = $2
