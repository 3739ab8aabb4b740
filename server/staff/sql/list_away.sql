-- $1 county; post_away_pkey
SELECT id, holding_id, path, away_from, away_to FROM post_away WHERE county = $1 ORDER BY away_from
