-- $1 county; matter_catalogue_pkey
SELECT title, source, limits FROM matter_catalogue WHERE county = $1
