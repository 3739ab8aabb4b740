-- $1 county $2 id $3 path $4 name $5 duty phone $6 photo $7 account; staff_member_pkey
INSERT INTO staff_member (county, id, path, name, duty_phone, photo_id, account_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (county, id) DO NOTHING
