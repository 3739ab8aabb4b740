-- Not while there are open nodes under it. $1 county $2 id $3 moment; territory_pkey
UPDATE territory
SET valid_to = $3
WHERE county = $1 AND id = $2 AND valid_to IS NULL
  AND NOT EXISTS (SELECT FROM territory AS child
                  WHERE child.county = $1 AND child.parent_id = $2 AND child.valid_to IS NULL)
