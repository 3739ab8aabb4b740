-- $1 county, $2 id (primary key). Foreign keys refuse what is held.
DELETE FROM file WHERE county = $1 AND id = $2
