-- $1 county $2 id $3 node $4 parent $5 path $6 name $7 short name $8 kind $9 phone $10 duties
-- $11 valid from; unit_pkey
INSERT INTO unit (county, id, node_id, parent_id, path, name, short_name, kind, phone, duties,
                  valid_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (county, id) DO NOTHING
