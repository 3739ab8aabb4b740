-- The columns of the table :'table' that a COPY writes.
SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
FROM pg_attribute
WHERE attrelid = :'table'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
