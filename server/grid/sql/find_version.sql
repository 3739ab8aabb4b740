-- Version of a snapshot. $1 county $2 name; snapshot_version_pkey
SELECT version FROM snapshot_version WHERE county = $1 AND name = $2
