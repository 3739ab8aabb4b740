-- Sessions as signing in makes them, without its password hash: that is not what is measured. One
-- line of input is one session: county, id, account, hash of the token in hex.
CREATE TEMPORARY TABLE made (county text, id uuid, account uuid, hash text);
\copy made FROM pstdin
INSERT INTO session (county, id, account_id, token_hash, created_at, seen_at, address, agent)
SELECT county, id, account, decode(hash, 'hex'), now(), now(), '127.0.0.1', 'bench'
FROM made;
