-- $1 county $2 id $3 name $4 duty phone $5 photo $6 account; staff_member_pkey
UPDATE staff_member
SET name = $3, duty_phone = $4, photo_id = $5, account_id = $6
WHERE county = $1 AND id = $2
