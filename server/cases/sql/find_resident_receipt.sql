-- What the receipt of a report says; whoever left no phone is promised no answer. $1 county, $2 id
-- (primary key).
SELECT id AS case_id, code, received_at,
       CASE WHEN answer_wanted THEN answer_due_at END AS answer_due_at
FROM cases
WHERE county = $1 AND id = $2
