-- What the receipt of a report says. $1 county, $2 id (primary key).
SELECT id AS case_id, code, received_at, answer_due_at
FROM cases
WHERE county = $1 AND id = $2
