-- $1 county $2 id $3 title $4 duties; post_pkey
UPDATE post SET title = $3, duties = $4 WHERE county = $1 AND id = $2
