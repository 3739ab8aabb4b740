-- Codes of all nodes that ever stood under a node. $1 county $2 its id; territory_pkey
SELECT code FROM territory WHERE county = $1 AND parent_id = $2
