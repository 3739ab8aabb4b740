-- $1 county $2 id $3 node $4 path $5 kind $6 title $7 duties $8 valid from; post_pkey
INSERT INTO post (county, id, node_id, path, kind, title, duties, valid_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (county, id) DO NOTHING
