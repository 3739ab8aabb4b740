-- Lines of the cases that make up the number $9 of the figures of what was received in [$3, $4) below path $2,
-- as of $5, newest first. $1 county, $6 unit or null, $7 matter or null, $8 channel or null, $10 and $11 before
-- which moment and id, $12 at most. Relies on cases_open_received, cases_done_received.
SELECT at, :columns_of_line
FROM (
    (
        :counted_cases
          AND :is_open
        ORDER BY received_at DESC, cases.id DESC
        LIMIT $12
    )
    UNION ALL
    (
        :counted_cases
          AND :is_done
        ORDER BY received_at DESC, cases.id DESC
        LIMIT $12
    )
) AS line
ORDER BY at DESC, id DESC
LIMIT $12
