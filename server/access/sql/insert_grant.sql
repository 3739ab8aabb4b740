-- $1 county $2 id $3 account $4 role $5 office $6 path $7 unit $8 from $9 to $10 by $11 now;
-- role_grant_pkey, role_grant_officers_exclude
INSERT INTO role_grant (county, id, account_id, role, office, path, unit_id, valid_from, valid_to,
                        granted_by, granted_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
