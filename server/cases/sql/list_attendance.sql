-- Who was called and who came, in order. $1 county $2 cases; case_step_pkey
SELECT case_id, action, body
FROM case_step
WHERE county = $1 AND case_id = ANY ($2) AND action IN ('whistle', 'attend')
ORDER BY case_id, no
