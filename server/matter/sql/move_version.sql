-- Tells every server that the catalogue has changed. $1 county; snapshot_version_pkey
INSERT INTO snapshot_version (county, name, version) VALUES ($1, 'matter', 1)
ON CONFLICT (county, name) DO UPDATE SET version = snapshot_version.version + 1
