-- After the past cases: the keys, and the index of the search.
ALTER TABLE cases ADD PRIMARY KEY (id);
ALTER TABLE cases ADD UNIQUE (code);
CREATE INDEX cases_matter ON cases (matter_id, reported_at, id);
VACUUM ANALYZE cases;
