-- The numbers beside the lists, each up to $2. $1 county, $3 now, $4 account, $5 desks held,
-- $6 units, $7 grids worked on.
-- Relies on cases_open_desk, cases_open_unit, cases_open_place, cases_unsettled, cases_reporter,
-- case_co_unit_open, case_watch_received, cases_open_sort, cases_plate_up.
WITH worked_on AS MATERIALIZED (
    SELECT root, root || '0' AS beyond FROM unnest($7::text[]) AS root
)
SELECT
    :count_todo,
    :count_watching,
    (SELECT count(*)::integer FROM (
        SELECT 1 FROM cases
        WHERE county = $1
          AND :is_open
          AND due_at < $3 AND sort_at < $3
        LIMIT $2) AS some_of_it) AS overdue,
    (SELECT count(*)::integer FROM (
        SELECT 1 FROM cases
        WHERE county = $1
          AND :is_open
          AND plate <> 'none'
        LIMIT $2) AS some_of_it) AS plates,
    :count_unsettled
