-- Places of closed and ended cases with these words, in no order and no more than $8: where there are more, they are
-- found sooner by walking a list. $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter
-- or null, $6 channel or null, $7 words (tsquery), $8 at most. Relies on cases_words.
SELECT received_at AS at, id
FROM cases
WHERE county = $1 AND words @@ $7::tsquery
  AND :is_done
  AND state = ANY ($2)
  AND ($3::text IS NULL OR (grid_path >= $3 AND grid_path < $3 || '0'))
  AND ($4::uuid IS NULL OR lead_unit = $4)
  AND ($5::uuid IS NULL OR matter_id = $5)
  AND ($6::text IS NULL OR channel = $6)
LIMIT $8
