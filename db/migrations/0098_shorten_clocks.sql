-- The clocks of a case as server/cases/clock_text.h describes them: a quarter of their JSON, which was most
-- of the row that each step writes anew.
CREATE FUNCTION jingwei_microseconds(moment text, since text) RETURNS text
LANGUAGE sql STABLE
RETURN ((extract(epoch FROM moment::timestamptz) - extract(epoch FROM since::timestamptz)) * 1000000)::bigint::text;

CREATE FUNCTION jingwei_limit_text(one json) RETURNS text
LANGUAGE sql STABLE
RETURN coalesce((one ->> 'amount') || ':' || (one ->> 'unit'), '-');

CREATE FUNCTION jingwei_clock_text(clocks json) RETURNS text
LANGUAGE sql STABLE
AS $$
    SELECT coalesce(string_agg(concat_ws(' ',
        c ->> 'stage', c ->> 'round', coalesce(nullif(c ->> 'holder', ''), '-'),
        jingwei_microseconds(c ->> 'started_at', '1970-01-01 00:00+00'),
        jingwei_limit_text(c -> 'limit'), jingwei_limit_text(c -> 'extra'),
        jingwei_microseconds(c ->> 'yellow_at', c ->> 'started_at'),
        jingwei_microseconds(c ->> 'due_at', c ->> 'started_at'),
        CASE WHEN (c ->> 'provisional')::boolean THEN 1 ELSE 0 END,
        c ->> 'end',
        coalesce(jingwei_microseconds(c ->> 'stopped_at', c ->> 'started_at'), '-'),
        coalesce((SELECT string_agg(jingwei_microseconds(p ->> 'from', c ->> 'started_at') || ':'
                                    || coalesce(jingwei_microseconds(p ->> 'until', c ->> 'started_at'), ''),
                                    ',' ORDER BY pause_nr)
                  FROM json_array_elements(c -> 'pauses') WITH ORDINALITY AS pause(p, pause_nr)), '-'),
        c ->> 'plate'), ';' ORDER BY nr), '')
    FROM json_array_elements(clocks) WITH ORDINALITY AS one(c, nr)
$$;

ALTER TABLE cases
    ALTER COLUMN clocks DROP DEFAULT,
    ALTER COLUMN clocks TYPE text USING jingwei_clock_text(clocks),
    ALTER COLUMN clocks SET DEFAULT '';

DROP FUNCTION jingwei_clock_text(json);
DROP FUNCTION jingwei_limit_text(json);
DROP FUNCTION jingwei_microseconds(text, text);
