-- Version of the territory; whoever changes it waits until this transaction ends. $1 county;
-- snapshot_version_pkey
SELECT version FROM snapshot_version WHERE county = $1 AND name = 'territory' FOR UPDATE
