-- One that has not begun. $1 county $2 id; post_away_pkey
DELETE FROM post_away WHERE county = $1 AND id = $2
