-- $1 county $2 id $3 holding $4 path $5 from $6 to; post_away_pkey
INSERT INTO post_away (county, id, holding_id, path, away_from, away_to)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (county, id) DO NOTHING
