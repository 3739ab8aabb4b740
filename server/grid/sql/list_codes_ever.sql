-- Codes that a node of the county has or ever had. $1 county; territory_code_key, territory_past_pkey
SELECT code FROM territory WHERE county = $1
UNION
SELECT code FROM territory_past WHERE county = $1
