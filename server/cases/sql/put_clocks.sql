-- New and changed clocks of a case. $1 a JSON array of rows, $2 county. Primary key.
INSERT INTO case_clock (
       county, case_id, stage, round, holder, started_at, limit_amount, limit_unit, extra_amount,
       extra_unit, yellow_at, due_at, provisional, ended, stopped_at, paused_from, paused_until,
       plate)
SELECT
       made.county, made.case_id, made.stage, made.round, made.holder, made.started_at,
       made.limit_amount, made.limit_unit, made.extra_amount, made.extra_unit, made.yellow_at,
       made.due_at, made.provisional, made.ended, made.stopped_at, made.paused_from,
       made.paused_until, made.plate
FROM jsonb_populate_recordset(NULL::case_clock, $1::jsonb) AS made
WHERE made.county = $2
ON CONFLICT (county, case_id, stage, round) DO UPDATE
SET extra_amount = EXCLUDED.extra_amount,
    extra_unit = EXCLUDED.extra_unit,
    yellow_at = EXCLUDED.yellow_at,
    due_at = EXCLUDED.due_at,
    provisional = EXCLUDED.provisional,
    ended = EXCLUDED.ended,
    stopped_at = EXCLUDED.stopped_at,
    paused_from = EXCLUDED.paused_from,
    paused_until = EXCLUDED.paused_until,
    plate = EXCLUDED.plate
