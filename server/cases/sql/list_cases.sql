-- Cases by filters, newest first. $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter
-- or null, $6 channel or null, $7 words (tsquery) or null, $8 only with a plate up, $9 only what
-- this account raised or watches, or null, $10 and $11 before which time of receipt and id, $12 at
-- most. Relies on cases_received, cases_place_received, cases_unit_received, cases_words.
SELECT id, code, step_no, state, due_at, yellow_at, plate, urgency, channel, matter_id,
       left(description, 60) AS summary, grid_path, desk_path, lead_unit, lon, lat, address,
       received_at, sort_at, suspension, confidential
FROM cases
WHERE county = $1
  AND state = ANY ($2)
  AND ($3::text IS NULL OR (grid_path >= $3::text AND grid_path < $3::text || '0'))
  AND ($4::uuid IS NULL OR lead_unit = $4::uuid)
  AND ($5::uuid IS NULL OR matter_id = $5::uuid)
  AND ($6::text IS NULL OR channel = $6::text)
  AND ($7::text IS NULL OR words @@ $7::tsquery)
  AND (NOT $8 OR plate <> 'none')
  AND ($9::uuid IS NULL OR reported_by = $9::uuid OR EXISTS (
          SELECT 1 FROM case_watch
          WHERE case_watch.county = $1 AND case_watch.account = $9::uuid
            AND case_watch.case_id = cases.id))
  AND (received_at, id) < ($10, $11)
ORDER BY received_at DESC, id DESC
LIMIT $12
