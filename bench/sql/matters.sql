-- Matters whose cases end without a photo and that are no emergency, those with many cases first.
SELECT json_build_object('id', m.id, 'name', m.name_zh, 'cases', count(c.id))
FROM matter m
LEFT JOIN cases c ON c.county = m.county AND c.matter_id = m.id
WHERE m.evidence = 'none' AND NOT m.emergency
  AND m.valid_from <= now() AND (m.valid_to IS NULL OR m.valid_to > now())
GROUP BY m.county, m.id, m.name_zh
ORDER BY count(c.id) DESC
LIMIT 20;
