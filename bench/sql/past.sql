-- Some past cases from all over the county and the years: places to turn a page to, and words to
-- look for.
SELECT json_build_object(
    'at', (extract(epoch FROM received_at) * 1000000)::bigint, 'id', id, 'matter', matter_id,
    'text', description)
FROM cases
WHERE state IN ('closed', 'followed_up', 'archived')
ORDER BY md5(id::text)
LIMIT 2000;
