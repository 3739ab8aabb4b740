-- Bytes of the tables of cases with their indexes, and how many cases there are. Without the audit: past
-- cases of the demo have no entries, its people have.
SELECT json_build_object(
    'cases', (SELECT count(*) FROM cases),
    'bytes', (SELECT sum(pg_total_relation_size(oid)) FROM pg_class
              WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                AND (relname = 'cases' OR relname LIKE 'case\_%')));
