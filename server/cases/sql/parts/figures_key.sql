-- What figures are divided by, as $9 says: the node right below path $2 (or it itself), a unit, a matter, a
-- channel, the number of a period ($10: where they begin); nothing: not at all.
CASE $9
           WHEN 'territory' THEN
               $2 || COALESCE('/' || NULLIF(split_part(substr(grid_path, length($2) + 2), '/', 1), ''),
                              '')
           WHEN 'unit' THEN COALESCE(lead_unit::text, '')
           WHEN 'matter' THEN matter_id::text
           WHEN 'channel' THEN channel
           WHEN 'period' THEN width_bucket(received_at, $10::timestamptz[])::text
           ELSE ''
       END
