-- Of everybody whose records may be read: hours trained from a day to a day, and what runs out when.
-- $1 county $2 first day of the year $3 the day; walks staff_record
SELECT member_id,
       COALESCE(sum(hours) FILTER (WHERE kind = 'training' AND from_on BETWEEN $2 AND $3), 0)
           AS hours,
       min(from_on) FILTER (WHERE kind = 'training' AND manner = 'before_duty')
           AS trained_before_duty,
       COALESCE(bool_or(to_on IS NULL) FILTER (WHERE kind = 'contract'), false) AS open_contract,
       max(to_on) FILTER (WHERE kind = 'contract') AS contract_to,
       max(to_on) FILTER (WHERE kind = 'insurance') AS insured_to
FROM staff_record
WHERE county = $1 AND NOT removed
GROUP BY member_id
