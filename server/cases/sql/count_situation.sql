-- How the open cases below path $2 stand at $3: a row for each node right below it that has some, or for
-- $2 itself. $1 county. Relies on cases_open_place.
SELECT $2 || COALESCE('/' || NULLIF(split_part(substr(grid_path, length($2) + 2), '/', 1), ''),
                      '') AS path,
       count(*) AS open,
       count(*) FILTER (WHERE due_at < $3) AS red,
       count(*) FILTER (WHERE due_at >= $3 AND yellow_at <= $3) AS yellow,
       count(*) FILTER (WHERE due_at >= $3 AND (yellow_at > $3 OR yellow_at IS NULL)) AS green,
       count(*) FILTER (WHERE due_at IS NULL) AS resting,
       count(*) FILTER (WHERE plate <> 'none') AS plates,
       count(*) FILTER (WHERE urgency = 'emergency') AS emergencies,
       count(*) FILTER (WHERE state IN ('reported', 'accepted')) AS to_dispatch,
       count(*) FILTER (WHERE state = 'assigned') AS to_sign,
       count(*) FILTER (WHERE state = 'handling') AS to_handle,
       count(*) FILTER (WHERE state = 'handled') AS to_verify,
       count(*) FILTER (WHERE state IN ('verified', 'answered')) AS to_close
FROM cases
WHERE county = $1 AND grid_path >= $2 AND grid_path < $2 || '0' AND :is_open
GROUP BY 1
