-- $1 county $2 id $3 moment; post_away_pkey
UPDATE post_away SET away_to = $3 WHERE county = $1 AND id = $2
