-- Entries of one transaction wait for their seal in one row: entry_id is the first of them.
ALTER TABLE audit_pending ADD COLUMN more uuid[] NOT NULL DEFAULT '{}';
