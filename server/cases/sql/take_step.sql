-- A step: the case after it and its line in the timeline, if the case still is what the step was
-- decided on; whoever waited here for somebody who was faster starts over (40001). Named as the members
-- of StepWrite (primary keys).
WITH moved AS (
    UPDATE cases
    SET :moving,
        revision = $revision + 1
    WHERE county = $county AND id = $id AND revision = $revision
    RETURNING id
), step AS (
    INSERT INTO case_step (county, case_id, no, id, action, at, account, by_name, by_duty, capacity,
                           state, text, body)
    VALUES ($county, $id, $step_no, $step_id, $action, $at, $account, $by_name, $by_duty, $capacity,
            $state, $text, $body)
)
SELECT CASE count(*) WHEN 1 THEN true ELSE jingwei_start_over() END AS written FROM moved
