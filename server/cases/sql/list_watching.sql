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
          AND :filter
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
          AND :filter
          AND (watch.received_at, watch.case_id) < ($8, $9)
        ORDER BY watch.received_at DESC, watch.case_id DESC
        LIMIT $10
    ) AS found
) AS place
ORDER BY at DESC, id DESC
LIMIT $10
