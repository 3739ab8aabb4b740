-- $1 county $2 id $3 moment; post_holding_pkey
UPDATE post_holding SET valid_to = $3 WHERE county = $1 AND id = $2
