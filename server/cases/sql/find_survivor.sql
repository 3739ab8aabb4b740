-- The case that a merged one lives on in. $1 county, $2 the merged case (primary key, twice).
SELECT survivor.id, survivor.code, survivor.reported_at,
       left(survivor.description, 60) AS summary, survivor.solved, survivor.satisfied
FROM cases AS merged JOIN cases AS survivor
     ON survivor.county = merged.county AND survivor.id = merged.merged_into
WHERE merged.county = $1 AND survivor.county = $1 AND merged.id = $2
