-- Whoever writes for several does not stand in line behind a row that somebody else holds. No index.
SET LOCAL lock_timeout = '200ms'
