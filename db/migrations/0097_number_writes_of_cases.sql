-- A server that remembers a case writes its next step without reading it again, if nobody has written it
-- since. The number of a step does not tell: timers and merges write a case without a step.
ALTER TABLE cases ADD COLUMN revision integer NOT NULL DEFAULT 1;

-- For a statement that found nothing to write because somebody was faster: ends the transaction as
-- PostgreSQL itself does when two cannot both be right, so that the server starts over.
CREATE FUNCTION jingwei_start_over() RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'written meanwhile' USING ERRCODE = 'serialization_failure';
END $$;
