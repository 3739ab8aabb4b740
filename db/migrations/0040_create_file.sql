-- Files that people uploaded. The bytes lie in the vault (server/files) under their hash; a row is
-- one upload by one account. Who may see it: its uploader, and whoever a module above lets (cases
-- adds a policy for the files of a case).

CREATE TABLE file (
    county text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id uuid NOT NULL,
    account uuid NOT NULL,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text NOT NULL,
    bytes bigint NOT NULL CHECK (bytes > 0),
    width integer CHECK (width > 0),
    height integer CHECK (height > 0),
    uploaded_at timestamptz NOT NULL,
    PRIMARY KEY (county, id),
    CONSTRAINT file_photo_has_both_sides CHECK ((width IS NULL) = (height IS NULL))
);

CREATE INDEX file_account ON file (county, account, uploaded_at);

ALTER TABLE file ENABLE ROW LEVEL SECURITY;
ALTER TABLE file FORCE ROW LEVEL SECURITY;

CREATE POLICY file_of_uploader ON file
    USING (county = jingwei_county() AND account = jingwei_account());

GRANT SELECT, INSERT ON file TO jingwei_app;
