-- $1 county $2 id $3 duties; post_pkey
UPDATE post SET duties = $3 WHERE county = $1 AND id = $2
