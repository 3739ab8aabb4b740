-- Hashes of everything that some file of some county holds. Whole table: for backup and restore.
SELECT DISTINCT sha256 FROM file ORDER BY sha256
