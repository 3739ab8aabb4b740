-- Posts of nodes that end. $1 county $2 nodes $3 moment; reads the posts of the county
UPDATE post SET valid_to = $3
WHERE county = $1 AND node_id = ANY($2::uuid[]) AND valid_from < $3 AND (valid_to IS NULL OR valid_to > $3)
