-- Closed and ended cases that units $12 lead or help with, or that $13 reported: a page of each.
SELECT found.at, found.id
    FROM unnest($12::uuid[]) AS arm(unit_id),
    LATERAL (
        SELECT received_at AS at, id
        FROM cases
        WHERE county = $1 AND lead_unit = arm.unit_id
          :done_page
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM unnest(ARRAY[$13::uuid]) AS arm(account),
    LATERAL (
        SELECT received_at AS at, id
        FROM cases
        WHERE county = $1 AND reported_by = arm.account
          :done_page
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM unnest($12::uuid[]) AS arm(unit_id),
    LATERAL (
        SELECT helping.received_at AS at, cases.id
        FROM case_co_unit AS helping
        JOIN cases ON cases.county = helping.county AND cases.id = helping.case_id
        WHERE helping.county = $1 AND cases.county = $1 AND helping.unit_id = arm.unit_id
          AND :filter
          AND (helping.received_at, helping.case_id) < ($8, $9)
        ORDER BY helping.received_at DESC, helping.case_id DESC
        LIMIT $10
    ) AS found
