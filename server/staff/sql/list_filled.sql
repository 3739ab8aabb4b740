-- Posts of which a record that holds on a day says how they were filled. $1 county $2 day;
-- walks staff_record
SELECT DISTINCT member_id, post_id
FROM staff_record
WHERE county = $1 AND kind = 'filled' AND NOT removed AND post_id IS NOT NULL
      AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2)
