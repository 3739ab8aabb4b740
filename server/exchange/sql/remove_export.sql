-- $1 county, $2 id, $3 now; case_export_pkey.
UPDATE case_export SET removed_at = $3 WHERE county = $1 AND id = $2 AND removed_at IS NULL
