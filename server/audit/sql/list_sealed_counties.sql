-- Counties that have an audit. Index: audit_seal_pkey.
SELECT DISTINCT county FROM audit_seal ORDER BY county
