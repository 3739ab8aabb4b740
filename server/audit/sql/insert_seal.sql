-- $1 county $2 number $3 now $4 key $5 entries $6 digests $7 root; audit_seal_pkey
INSERT INTO audit_seal (county, number, sealed_at, key_id, entries, digests, root)
VALUES ($1, $2, $3, $4, $5, $6, $7)
