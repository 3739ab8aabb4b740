-- Lines of closed and ended cases of one matter, newest first, of a reader of some towns who works for no
-- unit: list_by_matter without the arms that find nothing for him, most of whose cost is that they are there.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 before which moment and id, $10 at most, $11 towns, $12 reporter or null.
-- Relies on cases_matter_received, cases_reporter.
SELECT DISTINCT ON (at, id) at, :columns_of_line
FROM (
    SELECT at, :columns_of_line
    FROM unnest($11::text[]) AS arm(town),
    LATERAL (
        SELECT received_at AS at, :line
        FROM cases
        WHERE county = $1 AND matter_id = $5 AND town = arm.town
          :done_page
    ) AS found
    UNION ALL
    SELECT at, :columns_of_line
    FROM unnest(ARRAY[$12::uuid]) AS arm(account),
    LATERAL (
        SELECT received_at AS at, :line
        FROM cases
        WHERE county = $1 AND reported_by = arm.account
          :done_page
    ) AS found
) AS line
ORDER BY at DESC, id DESC
LIMIT $10
