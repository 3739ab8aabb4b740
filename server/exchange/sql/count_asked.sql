-- What somebody has asked for lately, removed or not. $1 county, $2 account, $3 since;
-- case_export_account.
SELECT count(*) FILTER (WHERE state IN ('waiting', 'running') AND removed_at IS NULL) AS unfinished,
       count(*) AS today
FROM case_export
WHERE county = $1 AND account = $2 AND asked_at > $3
