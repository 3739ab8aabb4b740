-- Of one person, removed ones too. $1 county $2 member; staff_record_member
SELECT count(*) FROM staff_record WHERE county = $1 AND member_id = $2
