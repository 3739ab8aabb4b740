-- Codes that nodes under a node have or ever had. $1 county $2 its id; territory_pkey,
-- territory_past_pkey
SELECT code FROM territory WHERE county = $1 AND parent_id = $2
UNION
SELECT code FROM territory_past WHERE county = $1 AND parent_id = $2
