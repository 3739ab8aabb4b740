-- Cases whose reporter left that number, newest first, as far as the reader sees them. $1 county, $2 keyed
-- hashes of the number (one for each key), $3 at most. Relies on case_reporter_phone, cases_pkey.
SELECT received_at AS at, :line
FROM case_reporter JOIN cases ON cases.county = case_reporter.county
                             AND cases.id = case_reporter.case_id
WHERE case_reporter.county = $1 AND case_reporter.phone_key = ANY ($2)
ORDER BY received_at DESC, cases.id DESC
LIMIT $3
