-- The clocks of a case move into its row: they are read and written with it and never without it, so
-- a table of their own only cost a second look and a second write in every step.
ALTER TABLE cases
    ADD COLUMN clocks json NOT NULL DEFAULT '[]',       -- server/cases/deadline_rules.h, CaseClock
    ADD COLUMN provisional boolean NOT NULL DEFAULT false;

-- The owner, too, is bound by row-level security, and acts for no county here.
ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_clock NO FORCE ROW LEVEL SECURITY;
UPDATE cases
SET clocks = kept.clocks,
    provisional = kept.provisional
FROM (
    SELECT clock.county, clock.case_id,
           bool_or(clock.provisional AND clock.ended IN ('running', 'paused')) AS provisional,
           json_agg(json_strip_nulls(json_build_object(
               'stage', clock.stage,
               'round', clock.round,
               'holder', clock.holder,
               'started_at', clock.started_at,
               'limit', json_build_object('amount', clock.limit_amount, 'unit', clock.limit_unit),
               'extra', CASE WHEN clock.extra_amount IS NOT NULL THEN json_build_object(
                   'amount', clock.extra_amount, 'unit', clock.extra_unit) END,
               'yellow_at', clock.yellow_at,
               'due_at', clock.due_at,
               'provisional', clock.provisional,
               'end', clock.ended,
               'stopped_at', clock.stopped_at,
               'pauses', COALESCE((
                   SELECT json_agg(json_build_object('from', pause.from_at, 'until', pause.until_at)
                                   ORDER BY pause.from_at)
                   FROM unnest(clock.paused_from, clock.paused_until)
                        AS pause(from_at, until_at)), '[]'::json),
               'plate', clock.plate))
               ORDER BY clock.started_at, clock.stage, clock.round) AS clocks
    FROM case_clock AS clock
    GROUP BY clock.county, clock.case_id
) AS kept
WHERE cases.county = kept.county AND cases.id = kept.case_id;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;

DROP TABLE case_clock;
CREATE INDEX cases_provisional ON cases (county, id) WHERE provisional;
