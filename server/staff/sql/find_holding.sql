-- $1 county $2 id; post_holding_pkey
SELECT id, post_id, member_id, path, side, valid_from, valid_to
FROM post_holding
WHERE county = $1 AND id = $2
