-- $1 county; access_version_pkey
INSERT INTO access_version (county, version) VALUES ($1, 1)
ON CONFLICT (county) DO UPDATE SET version = access_version.version + 1
