-- Keeps the state of a node before it changes. $1 county $2 id $3 the state's valid_from (another
-- one by now: nothing is kept) $4 when it ends; territory_pkey
INSERT INTO territory_past (county, id, parent_id, path, code, name, level, kind, households,
                            boundary, valid_from, valid_to)
SELECT county, id, parent_id, path, code, name, level, kind, households, boundary, valid_from, $4
FROM territory
WHERE county = $1 AND id = $2 AND valid_from = $3 AND valid_to IS NULL
FOR UPDATE
