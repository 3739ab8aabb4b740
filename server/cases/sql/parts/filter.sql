-- What a reader may ask of every list. $2 states, $3 path or null, $4 unit or null, $5 matter or null,
-- $6 channel or null, $7 words (tsquery) or null.
cases.state = ANY ($2)
          AND ($3::text IS NULL OR (cases.grid_path >= $3 AND cases.grid_path < $3 || '0'))
          AND ($4::uuid IS NULL OR cases.lead_unit = $4)
          AND ($5::uuid IS NULL OR cases.matter_id = $5)
          AND ($6::text IS NULL OR cases.channel = $6)
          AND ($7::text IS NULL OR cases.words @@ $7::tsquery)
