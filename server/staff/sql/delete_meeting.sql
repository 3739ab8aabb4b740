-- $1 county $2 id; staff_meeting_pkey
DELETE FROM staff_meeting WHERE county = $1 AND id = $2
