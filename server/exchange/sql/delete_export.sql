-- $1 county, $2 id; case_export_pkey.
DELETE FROM case_export WHERE county = $1 AND id = $2
