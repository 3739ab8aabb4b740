-- $1 county $2 title $3 source $4 limits; matter_catalogue_pkey
INSERT INTO matter_catalogue (county, title, source, limits) VALUES ($1, $2, $3, $4)
ON CONFLICT (county) DO UPDATE
SET title = EXCLUDED.title, source = EXCLUDED.source, limits = EXCLUDED.limits
