-- Open cases that lie on that very node. $1 county $2 its path $3 after this id $4 at most; cases_open_place
SELECT id, lon, lat
FROM cases
WHERE county = $1 AND grid_path = $2 AND id > $3 AND :is_open
ORDER BY id
LIMIT $4
