-- Places of what a reader follows or raised, newest first.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter or null, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 before which moment and id, $10 at most, $11 account.
-- Relies on cases_reporter, case_watch_received.
SELECT at, id FROM (
    SELECT found.at, found.id
    FROM (
        SELECT received_at AS at, id
        FROM cases
        WHERE county = $1 AND reported_by = $11
          AND state = ANY ($2)
          AND ($3::text IS NULL OR (grid_path >= $3 AND grid_path < $3 || '0'))
          AND ($4::uuid IS NULL OR lead_unit = $4)
          AND ($5::uuid IS NULL OR matter_id = $5)
          AND ($6::text IS NULL OR channel = $6)
          AND ($7::text IS NULL OR words @@ $7::tsquery)
          AND (received_at, id) < ($8, $9)
        ORDER BY received_at DESC, id DESC
        LIMIT $10
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM (
        SELECT watch.received_at AS at, cases.id
        FROM case_watch AS watch
        JOIN cases ON cases.county = watch.county AND cases.id = watch.case_id
        WHERE watch.county = $1 AND cases.county = $1 AND watch.account = $11
          AND cases.state = ANY ($2)
          AND ($3::text IS NULL OR (cases.grid_path >= $3 AND cases.grid_path < $3 || '0'))
          AND ($4::uuid IS NULL OR cases.lead_unit = $4)
          AND ($5::uuid IS NULL OR cases.matter_id = $5)
          AND ($6::text IS NULL OR cases.channel = $6)
          AND ($7::text IS NULL OR cases.words @@ $7::tsquery)
          AND (watch.received_at, watch.case_id) < ($8, $9)
        ORDER BY watch.received_at DESC, watch.case_id DESC
        LIMIT $10
    ) AS found
) AS place
ORDER BY at DESC, id DESC
LIMIT $10
