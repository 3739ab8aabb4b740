-- $1 county $2 id $3 moment $4 subject $5 minutes $6 present $7 excused $8 who $9 when;
-- staff_meeting_pkey
UPDATE staff_meeting
SET held_at = $3, subject = $4, minutes = $5, present = $6, excused = $7, written_by = $8,
    written_at = $9
WHERE county = $1 AND id = $2
