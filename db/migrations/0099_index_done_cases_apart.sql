-- An open case is written many times, and each time into every index that holds it. Lists by receipt of
-- places, units and matters are lists of closed and ended cases; open ones have indexes of their own.
DROP INDEX cases_place_received, cases_unit_received, cases_matter_received;

CREATE INDEX cases_place_received ON cases (county, grid_path, received_at, id)
    WHERE state IN ('closed', 'followed_up', 'archived', 'rejected', 'voided', 'merged');
CREATE INDEX cases_unit_received ON cases (county, lead_unit, received_at, id)
    WHERE state IN ('closed', 'followed_up', 'archived', 'rejected', 'voided', 'merged');
CREATE INDEX cases_matter_received ON cases (county, matter_id, received_at, id)
    WHERE state IN ('closed', 'followed_up', 'archived', 'rejected', 'voided', 'merged');
