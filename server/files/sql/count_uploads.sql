-- What an account uploaded lately. $1 county, $2 account, $3 since; file_account.
SELECT count(*) AS files, COALESCE(sum(bytes), 0)::bigint AS bytes
FROM file
WHERE county = $1 AND account = $2 AND uploaded_at > $3
