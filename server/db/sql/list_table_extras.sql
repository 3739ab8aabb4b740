-- How to take references, keys and indexes away from tables, and how to put each back; references
-- first, then keys, then the other indexes. $1 names of tables. pg_constraint, pg_index.
SELECT extra.taking, extra.putting
FROM (
    SELECT CASE con.contype WHEN 'f' THEN 1 ELSE 2 END AS turn,
           con.conrelid::regclass::text || '.' || con.conname AS name,
           format('ALTER TABLE %s DROP CONSTRAINT %I', con.conrelid::regclass, con.conname) AS taking,
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', con.conrelid::regclass, con.conname,
                  pg_get_constraintdef(con.oid)) AS putting
    FROM pg_constraint AS con
    WHERE (con.contype IN ('p', 'u', 'x') AND con.conrelid = ANY ($1::text[]::regclass[]))
       OR (con.contype = 'f' AND (con.conrelid = ANY ($1::text[]::regclass[])
                                  OR con.confrelid = ANY ($1::text[]::regclass[])))
    UNION ALL
    SELECT 3, idx.indexrelid::regclass::text,
           format('DROP INDEX %s', idx.indexrelid::regclass),
           pg_get_indexdef(idx.indexrelid)
    FROM pg_index AS idx
    WHERE idx.indrelid = ANY ($1::text[]::regclass[])
      AND NOT EXISTS (SELECT 1 FROM pg_constraint AS con
                      WHERE con.conindid = idx.indexrelid AND con.contype IN ('p', 'u', 'x'))
) AS extra
ORDER BY extra.turn, extra.name
