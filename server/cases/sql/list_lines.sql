-- The lines of cases that a list has found, in its order. $1 county, $2 ids, $3 the moments of that
-- order (primary key).
SELECT place.at, :line
FROM unnest($2::uuid[], $3::timestamptz[]) WITH ORDINALITY AS place(id, at, nr)
JOIN cases ON cases.county = $1 AND cases.id = place.id
ORDER BY place.nr
