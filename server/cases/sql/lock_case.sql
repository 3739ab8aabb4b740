-- Holds one case until the end of the transaction. $1 county, $2 id (primary key). A statement after
-- it sees what whoever held it before has committed.
SELECT id FROM cases WHERE county = $1 AND id = $2 FOR UPDATE
