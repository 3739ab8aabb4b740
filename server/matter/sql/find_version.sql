-- Version of the county's catalogue in memory. $1 county; snapshot_version_pkey
SELECT version FROM snapshot_version WHERE county = $1 AND name = 'matter'
