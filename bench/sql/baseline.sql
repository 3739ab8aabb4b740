-- The table of the bare server: the columns of ours that matter to its seven statements, and the
-- indexes that these need.
CREATE SEQUENCE case_number;
CREATE TABLE cases (
    id          uuid NOT NULL,
    code        text NOT NULL,
    channel     text NOT NULL,
    matter_id   uuid NOT NULL,
    grid_path   text NOT NULL,
    unit_id     uuid,
    state       text NOT NULL,
    description text NOT NULL,
    address     text NOT NULL,
    lon         double precision,
    lat         double precision,
    reported_at timestamptz NOT NULL,
    assigned_at timestamptz,
    signed_at   timestamptz,
    handled_at  timestamptz,
    verified_at timestamptz,
    closed_at   timestamptz
);
