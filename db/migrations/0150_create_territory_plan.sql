-- How the territory is to change: drawn as a draft, submitted by a town, approved by the county, and in force
-- from a day on. A plan is never deleted. `path` is that of the node at and below which it changes something.
CREATE TABLE territory_plan (
    county       text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id           uuid NOT NULL,
    node_id      uuid NOT NULL,
    path         text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    name         text NOT NULL CHECK (name <> '' AND length(name) <= 60),
    note         text NOT NULL CHECK (length(note) <= 2000),
    state        text NOT NULL CHECK (state IN
        ('draft', 'submitted', 'approved', 'refused', 'withdrawn', 'in_force')),
    in_force_on  date,
    revision     integer NOT NULL CHECK (revision > 0),
    changed_at   timestamptz NOT NULL,
    submitted_by uuid,
    approved_by  uuid,
    in_force_at  timestamptz,
    hindrance    text CHECK (hindrance ~ '^[a-z_]+$'),  -- why it did not come into force on its day
    CONSTRAINT territory_plan_pkey PRIMARY KEY (county, id),
    CONSTRAINT territory_plan_node_fkey FOREIGN KEY (county, node_id) REFERENCES territory (county, id),
    CONSTRAINT territory_plan_four_eyes CHECK (approved_by <> submitted_by),
    CONSTRAINT territory_plan_has_day
        CHECK (in_force_on IS NOT NULL OR state NOT IN ('submitted', 'approved', 'in_force')),
    CONSTRAINT territory_plan_in_force CHECK ((state = 'in_force') = (in_force_at IS NOT NULL))
);
CREATE INDEX territory_plan_changed ON territory_plan (county, changed_at, id);
CREATE INDEX territory_plan_due ON territory_plan (county, in_force_on) WHERE state = 'approved';

-- One change of a plan, in the order in which they are made: what it touches, as it stood when it was drawn,
-- and what becomes of it. Lists of server/plan/planned_node.h.
CREATE TABLE territory_plan_change (
    county  text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    plan_id uuid NOT NULL,
    no      integer NOT NULL CHECK (no > 0),
    kind    text NOT NULL CHECK (kind IN ('add', 'split', 'merge', 'redraw', 'renumber', 'retire')),
    touches json NOT NULL CHECK (json_typeof(touches) = 'array'),
    results json NOT NULL CHECK (json_typeof(results) = 'array'),
    CONSTRAINT territory_plan_change_pkey PRIMARY KEY (county, plan_id, no),
    CONSTRAINT territory_plan_change_plan_fkey FOREIGN KEY (county, plan_id)
        REFERENCES territory_plan (county, id)
);

-- Who did what with a plan, and when. Append-only.
CREATE TABLE territory_plan_step (
    county  text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    plan_id uuid NOT NULL,
    no      integer NOT NULL CHECK (no > 0),
    action  text NOT NULL CHECK (action IN
        ('draft', 'submit', 'approve', 'refuse', 'withdraw', 'put_in_force')),
    at      timestamptz NOT NULL,
    account uuid,                                       -- null: the system, on the day
    by_name text NOT NULL,                              -- as it was then
    reason  text NOT NULL CHECK (length(reason) <= 2000),
    CONSTRAINT territory_plan_step_pkey PRIMARY KEY (county, plan_id, no),
    CONSTRAINT territory_plan_step_plan_fkey FOREIGN KEY (county, plan_id)
        REFERENCES territory_plan (county, id)
);

ALTER TABLE territory_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE territory_plan FORCE ROW LEVEL SECURITY;
ALTER TABLE territory_plan_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE territory_plan_change FORCE ROW LEVEL SECURITY;
ALTER TABLE territory_plan_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE territory_plan_step FORCE ROW LEVEL SECURITY;

-- Territory is public, what is planned for it is not yet.
CREATE POLICY territory_plan_select ON territory_plan FOR SELECT
    USING (county = jingwei_county() AND jingwei_in_paths(path));
CREATE POLICY territory_plan_insert ON territory_plan FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(path));
CREATE POLICY territory_plan_update ON territory_plan FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(path));

CREATE POLICY territory_plan_change_all ON territory_plan_change
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM territory_plan AS plan
        WHERE plan.county = territory_plan_change.county AND plan.id = territory_plan_change.plan_id OFFSET 0));

CREATE POLICY territory_plan_step_select ON territory_plan_step FOR SELECT
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM territory_plan AS plan
        WHERE plan.county = territory_plan_step.county AND plan.id = territory_plan_step.plan_id OFFSET 0));
-- Nobody writes in another's name.
CREATE POLICY territory_plan_step_insert ON territory_plan_step FOR INSERT
    WITH CHECK (county = jingwei_county() AND account IS NOT DISTINCT FROM jingwei_account() AND EXISTS (
        SELECT 1 FROM territory_plan AS plan
        WHERE plan.county = territory_plan_step.county AND plan.id = territory_plan_step.plan_id OFFSET 0));

GRANT SELECT, INSERT, UPDATE ON territory_plan TO jingwei_app;
GRANT SELECT, INSERT, DELETE ON territory_plan_change TO jingwei_app;
GRANT SELECT, INSERT ON territory_plan_step TO jingwei_app;
