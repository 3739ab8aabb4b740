-- $1 county; staff_member_pkey
SELECT id, path, name, duty_phone, photo_id, account_id FROM staff_member WHERE county = $1
