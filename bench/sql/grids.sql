-- The territory as features of a GeoJSON file, parents first.
SELECT json_build_object(
    'type', 'Feature',
    'properties', json_build_object('code', t.code, 'name', t.name, 'level', t.level, 'kind', t.kind,
                                    'parent', p.code, 'households', t.households),
    'geometry', ST_AsGeoJSON(t.boundary)::json)
FROM territory t
LEFT JOIN territory p ON p.county = t.county AND p.id = t.parent_id
WHERE t.valid_to IS NULL
ORDER BY length(t.path), t.path;
