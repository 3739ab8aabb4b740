-- Somebody who serves in posts, by name and duty phone: both stand on the public card. `path` is the
-- node whose office keeps the record. Nothing else about the person is held here.
CREATE TABLE staff_member (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    path       text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    name       text NOT NULL CHECK (name <> '' AND length(name) <= 60),
    duty_phone text NOT NULL CHECK (length(duty_phone) <= 40),
    photo_id   uuid,
    account_id uuid,
    CONSTRAINT staff_member_pkey PRIMARY KEY (county, id),
    CONSTRAINT staff_member_account_key UNIQUE (county, account_id),
    CONSTRAINT staff_member_account_fkey FOREIGN KEY (county, account_id)
        REFERENCES account (county, id),
    CONSTRAINT staff_member_photo_fkey FOREIGN KEY (county, photo_id) REFERENCES file (county, id)
);
CREATE INDEX staff_member_photo ON staff_member (county, photo_id) WHERE photo_id IS NOT NULL;

-- A function on a node. `path` is the node's, for row-level security.
CREATE TABLE post (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    node_id    uuid NOT NULL,
    path       text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    kind       text NOT NULL CHECK (kind IN ('lead', 'worker', 'part_time_worker', 'assistant',
        'instructor', 'micro_worker', 'contact', 'commander', 'deputy_commander', 'secretary')),
    title      text NOT NULL CHECK (length(title) <= 60),
    duties     text NOT NULL CHECK (length(duties) <= 2000),
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz CHECK (valid_to > valid_from),
    CONSTRAINT post_pkey PRIMARY KEY (county, id),
    CONSTRAINT post_node_fkey FOREIGN KEY (county, node_id) REFERENCES territory (county, id)
);

-- A person in a post as A or B, half open [valid_from, valid_to). One A and one B at a time.
CREATE TABLE post_holding (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    post_id    uuid NOT NULL,
    member_id  uuid NOT NULL,
    path       text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    side       text NOT NULL CHECK (side IN ('a', 'b')),
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz CHECK (valid_to > valid_from),
    CONSTRAINT post_holding_pkey PRIMARY KEY (county, id),
    CONSTRAINT post_holding_post_fkey FOREIGN KEY (county, post_id) REFERENCES post (county, id),
    CONSTRAINT post_holding_member_fkey FOREIGN KEY (county, member_id)
        REFERENCES staff_member (county, id),
    CONSTRAINT post_holding_side_excl EXCLUDE USING gist (county WITH =, post_id WITH =,
        side WITH =, tstzrange(valid_from, valid_to) WITH &&)
);

-- While the holder is away; then the other side acts. Half open.
CREATE TABLE post_away (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    holding_id uuid NOT NULL,
    path       text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    away_from  timestamptz NOT NULL,
    away_to    timestamptz CHECK (away_to > away_from),
    CONSTRAINT post_away_pkey PRIMARY KEY (county, id),
    CONSTRAINT post_away_holding_fkey FOREIGN KEY (county, holding_id)
        REFERENCES post_holding (county, id),
    CONSTRAINT post_away_span_excl EXCLUDE USING gist (county WITH =, holding_id WITH =,
        tstzrange(away_from, away_to) WITH &&)
);

ALTER TABLE staff_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_member FORCE ROW LEVEL SECURITY;
ALTER TABLE post ENABLE ROW LEVEL SECURITY;
ALTER TABLE post FORCE ROW LEVEL SECURITY;
ALTER TABLE post_holding ENABLE ROW LEVEL SECURITY;
ALTER TABLE post_holding FORCE ROW LEVEL SECURITY;
ALTER TABLE post_away ENABLE ROW LEVEL SECURITY;
ALTER TABLE post_away FORCE ROW LEVEL SECURITY;

-- Who answers is public; who decides it holds rights on the node.
CREATE POLICY staff_member_select ON staff_member FOR SELECT
    USING (county = jingwei_county());
CREATE POLICY staff_member_insert ON staff_member FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(path));
CREATE POLICY staff_member_update ON staff_member FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(path));

CREATE POLICY post_select ON post FOR SELECT
    USING (county = jingwei_county());
CREATE POLICY post_insert ON post FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(path));
CREATE POLICY post_update ON post FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(path));

CREATE POLICY post_holding_select ON post_holding FOR SELECT
    USING (county = jingwei_county());
CREATE POLICY post_holding_insert ON post_holding FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(path));
CREATE POLICY post_holding_update ON post_holding FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(path));

CREATE POLICY post_away_select ON post_away FOR SELECT
    USING (county = jingwei_county());
CREATE POLICY post_away_insert ON post_away FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(path));
CREATE POLICY post_away_update ON post_away FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(path));
CREATE POLICY post_away_delete ON post_away FOR DELETE
    USING (county = jingwei_county() AND jingwei_in_paths(path));

-- Who holds a post enters and ends the own absence, with no right on the node.
CREATE POLICY post_away_insert_own ON post_away FOR INSERT
    WITH CHECK (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM post_holding JOIN staff_member ON staff_member.county = post_holding.county
                                                    AND staff_member.id = post_holding.member_id
        WHERE post_holding.county = post_away.county AND post_holding.id = post_away.holding_id
          AND post_holding.path = post_away.path
          AND staff_member.account_id = jingwei_account()));
CREATE POLICY post_away_update_own ON post_away FOR UPDATE
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM post_holding JOIN staff_member ON staff_member.county = post_holding.county
                                                    AND staff_member.id = post_holding.member_id
        WHERE post_holding.county = post_away.county AND post_holding.id = post_away.holding_id
          AND post_holding.path = post_away.path
          AND staff_member.account_id = jingwei_account()));
CREATE POLICY post_away_delete_own ON post_away FOR DELETE
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM post_holding JOIN staff_member ON staff_member.county = post_holding.county
                                                    AND staff_member.id = post_holding.member_id
        WHERE post_holding.county = post_away.county AND post_holding.id = post_away.holding_id
          AND post_holding.path = post_away.path
          AND staff_member.account_id = jingwei_account()));

-- The photo of somebody in a post is for everybody; nobody's former photo is.
CREATE POLICY file_of_staff ON file FOR SELECT
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM staff_member
        WHERE staff_member.county = file.county AND staff_member.photo_id = file.id));

GRANT SELECT, INSERT, UPDATE ON staff_member, post, post_holding, post_away TO jingwei_app;
GRANT DELETE ON post_away TO jingwei_app;
