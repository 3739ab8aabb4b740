-- Closed ones too: the past stays answerable. $1 county; post_pkey
SELECT id, node_id, path, kind, title, duties, valid_from, valid_to FROM post WHERE county = $1
