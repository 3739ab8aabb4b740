-- $1 county $2 id $3 post $4 member $5 path $6 side $7 valid from $8 valid to; post_holding_pkey
INSERT INTO post_holding (county, id, post_id, member_id, path, side, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (county, id) DO NOTHING
