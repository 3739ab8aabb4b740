-- All clocks of a case, by start. $1 county, $2 case (primary key).
SELECT
       county, case_id, stage, round, holder, started_at, limit_amount, limit_unit, extra_amount,
       extra_unit, yellow_at, due_at, provisional, ended, stopped_at, paused_from, paused_until,
       plate
FROM case_clock
WHERE county = $1 AND case_id = $2
ORDER BY started_at, stage, round
