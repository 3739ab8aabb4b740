-- Tells every server that a snapshot has changed. $1 county $2 name; snapshot_version_pkey
INSERT INTO snapshot_version (county, name, version) VALUES ($1, $2, 1)
ON CONFLICT (county, name) DO UPDATE SET version = snapshot_version.version + 1
