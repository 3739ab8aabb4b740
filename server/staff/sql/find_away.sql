-- $1 county $2 id; post_away_pkey
SELECT id, holding_id, path, away_from, away_to FROM post_away WHERE county = $1 AND id = $2
