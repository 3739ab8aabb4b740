-- A case with some clocks is longer than the 2 kB above which PostgreSQL compresses a row and moves what
-- is long out of it, in every step anew. Four rows to a page are read and written faster whole.
ALTER TABLE cases SET (toast_tuple_target = 8160);
