-- $1 county; access_version_pkey
SELECT v.version FROM access_version v WHERE v.county = $1
