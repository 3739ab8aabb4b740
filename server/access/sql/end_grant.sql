-- $1 county $2 id $3 end $4 by; role_grant_pkey
UPDATE role_grant SET valid_to = $3, ended_by = $4
WHERE county = $1 AND id = $2 AND (valid_to IS NULL OR valid_to > $3)
