-- $1 county, $2 id, $3 state, $4 rows, $5 bytes, $6 fault, $7 finished at; case_export_pkey. Nothing when
-- its asker has removed it.
UPDATE case_export
SET state = $3, rows = $4, bytes = $5, fault = $6, finished_at = $7
WHERE county = $1 AND id = $2 AND removed_at IS NULL
