-- What the migrations make, written by tools/schema. Read it; never run or edit it.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;

COMMENT ON EXTENSION postgis IS 'PostGIS geometry and geography spatial types and functions';

CREATE FUNCTION public.jingwei_account() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('jingwei.account'::text, true), ''::text))::uuid;

ALTER FUNCTION public.jingwei_account() OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_together() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE(NULLIF(current_setting('jingwei.together'::text, true), ''::text), '{}'::text))::uuid[];

ALTER FUNCTION public.jingwei_together() OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_acts(who uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (public.jingwei_together() = '{}'::uuid[]) THEN (NOT (who IS DISTINCT FROM public.jingwei_account())) ELSE COALESCE((who = ANY (public.jingwei_together())), false) END;

ALTER FUNCTION public.jingwei_acts(who uuid) OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_audit_entry_is_sound(action text, subject_kind text, subject text, purpose text, detail json, address text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $_$
BEGIN
    RETURN action ~ '^[a-z_]+(\.[a-z_]+)*$' AND subject_kind ~ '^[a-z_]+$'
       AND length(subject) <= 200 AND COALESCE(length(purpose) <= 500, true)
       AND json_typeof(detail) = 'object' AND COALESCE(length(address) <= 64, true);
END $_$;

ALTER FUNCTION public.jingwei_audit_entry_is_sound(action text, subject_kind text, subject text, purpose text, detail json, address text) OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_case_is_sound(county text, grid_path text, desk_path text, state text, merged boolean, was text, lon double precision, lat double precision, description text, outside_no text, address text, step_no integer, open_co_tasks integer, merged_reports integer, suspended_days integer) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
BEGIN
    RETURN state IN ('reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered',
                     'closed', 'followed_up', 'archived', 'rejected', 'voided', 'merged')
       AND (state = 'merged') = merged AND merged = (was IS NOT NULL)
       AND (grid_path = county OR starts_with(grid_path, county || '/'))
       AND (grid_path = desk_path OR starts_with(grid_path, desk_path || '/'))
       AND (lon IS NULL) = (lat IS NULL)
       AND COALESCE(lon BETWEEN -180 AND 180 AND lat BETWEEN -90 AND 90, true)
       AND length(description) BETWEEN 1 AND 4000
       AND COALESCE(length(outside_no) <= 64, true) AND length(address) <= 200
       AND step_no > 0 AND open_co_tasks >= 0 AND merged_reports >= 0 AND suspended_days >= 0;
END $$;

ALTER FUNCTION public.jingwei_case_is_sound(county text, grid_path text, desk_path text, state text, merged boolean, was text, lon double precision, lat double precision, description text, outside_no text, address text, step_no integer, open_co_tasks integer, merged_reports integer, suspended_days integer) OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_county() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('jingwei.county'::text, true);

ALTER FUNCTION public.jingwei_county() OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_duty() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('jingwei.duty'::text, true), ''::text);

ALTER FUNCTION public.jingwei_duty() OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_paths() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE(NULLIF(current_setting('jingwei.paths'::text, true), ''::text), '{}'::text))::text[];

ALTER FUNCTION public.jingwei_paths() OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_in_paths(path text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE(((path COLLATE "C") < ((public.jingwei_paths())[width_bucket((path COLLATE "C"), public.jingwei_paths())] || '0'::text)), false);

ALTER FUNCTION public.jingwei_in_paths(path text) OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_in_paths(path text, roots text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE(((path COLLATE "C") < ((roots)[width_bucket((path COLLATE "C"), roots)] || '0'::text)), false);

ALTER FUNCTION public.jingwei_in_paths(path text, roots text[]) OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_secrets() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (current_setting('jingwei.secrets'::text, true) = 'on'::text);

ALTER FUNCTION public.jingwei_secrets() OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_start_over() RETURNS boolean
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'written meanwhile' USING ERRCODE = 'serialization_failure';
END $$;

ALTER FUNCTION public.jingwei_start_over() OWNER TO jingwei_owner;

CREATE FUNCTION public.jingwei_units() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE(NULLIF(current_setting('jingwei.units'::text, true), ''::text), '{}'::text))::uuid[];

ALTER FUNCTION public.jingwei_units() OWNER TO jingwei_owner;

CREATE TABLE public.access_version (
    county text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT access_version_county_check CHECK ((county ~ '^[0-9]{6}$'::text))
);

ALTER TABLE ONLY public.access_version FORCE ROW LEVEL SECURITY;

ALTER TABLE public.access_version OWNER TO jingwei_owner;

CREATE TABLE public.account (
    county text NOT NULL,
    id uuid NOT NULL,
    login text NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    disabled_at timestamp with time zone,
    CONSTRAINT account_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT account_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT account_login_check CHECK ((login ~ '^[a-z0-9][a-z0-9._-]{1,31}$'::text))
);

ALTER TABLE ONLY public.account FORCE ROW LEVEL SECURITY;

ALTER TABLE public.account OWNER TO jingwei_owner;

CREATE TABLE public.account_name (
    county text NOT NULL,
    account_id uuid NOT NULL,
    display_name text NOT NULL,
    CONSTRAINT account_name_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT account_name_display_name_check CHECK (((display_name <> ''::text) AND (length(display_name) <= 60)))
);

ALTER TABLE ONLY public.account_name FORCE ROW LEVEL SECURITY;

ALTER TABLE public.account_name OWNER TO jingwei_owner;

CREATE TABLE public.api_token (
    county text NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    permissions text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    used_at timestamp with time zone,
    CONSTRAINT api_token_check CHECK ((expires_at > created_at)),
    CONSTRAINT api_token_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT api_token_name_check CHECK (((name <> ''::text) AND (length(name) <= 60))),
    CONSTRAINT api_token_permissions_check CHECK (((cardinality(permissions) >= 1) AND (cardinality(permissions) <= 100))),
    CONSTRAINT api_token_token_hash_check CHECK ((length(token_hash) = 32))
);

ALTER TABLE ONLY public.api_token FORCE ROW LEVEL SECURITY;

ALTER TABLE public.api_token OWNER TO jingwei_owner;

CREATE TABLE public.audit_entry (
    county text NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject text NOT NULL,
    purpose text,
    detail json NOT NULL,
    address text,
    CONSTRAINT audit_entry_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT audit_entry_is_sound CHECK (public.jingwei_audit_entry_is_sound(action, subject_kind, subject, purpose, detail, address))
);

ALTER TABLE ONLY public.audit_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_entry OWNER TO jingwei_owner;

CREATE TABLE public.audit_pending (
    county text NOT NULL,
    entry_id uuid NOT NULL,
    more uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    CONSTRAINT audit_pending_county_check CHECK ((county ~ '^[0-9]{6}$'::text))
);

ALTER TABLE ONLY public.audit_pending FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_pending OWNER TO jingwei_owner;

CREATE TABLE public.audit_seal (
    county text NOT NULL,
    number bigint NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    key_id bigint NOT NULL,
    entries uuid[] NOT NULL,
    digests bytea NOT NULL,
    root bytea NOT NULL,
    CONSTRAINT audit_seal_check CHECK ((length(digests) = (32 * cardinality(entries)))),
    CONSTRAINT audit_seal_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT audit_seal_entries_check CHECK ((cardinality(entries) > 0)),
    CONSTRAINT audit_seal_key_id_check CHECK ((key_id > 0)),
    CONSTRAINT audit_seal_number_check CHECK ((number > 0)),
    CONSTRAINT audit_seal_root_check CHECK ((length(root) = 32))
);

ALTER TABLE ONLY public.audit_seal FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_seal OWNER TO jingwei_owner;

CREATE TABLE public.base_map (
    county text NOT NULL,
    geojson text NOT NULL,
    digest text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT base_map_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT base_map_digest_check CHECK ((digest ~ '^[0-9a-f]{16}$'::text))
);

ALTER TABLE ONLY public.base_map FORCE ROW LEVEL SECURITY;

ALTER TABLE public.base_map OWNER TO jingwei_owner;

CREATE TABLE public.calendar_day (
    county text NOT NULL,
    year integer NOT NULL,
    version integer NOT NULL,
    day date NOT NULL,
    working boolean NOT NULL,
    holiday text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    CONSTRAINT calendar_day_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT calendar_day_holiday_check CHECK ((holiday = ANY (ARRAY['new_year'::text, 'spring_festival'::text, 'qingming'::text, 'labour_day'::text, 'dragon_boat'::text, 'mid_autumn'::text, 'national_day'::text, 'other'::text]))),
    CONSTRAINT calendar_day_name_en_check CHECK (((name_en <> ''::text) AND (length(name_en) <= 80))),
    CONSTRAINT calendar_day_name_zh_check CHECK (((name_zh <> ''::text) AND (length(name_zh) <= 40)))
);

ALTER TABLE ONLY public.calendar_day FORCE ROW LEVEL SECURITY;

ALTER TABLE public.calendar_day OWNER TO jingwei_owner;

CREATE TABLE public.calendar_setting (
    county text NOT NULL,
    version integer NOT NULL,
    hours text NOT NULL,
    yellow_percent integer NOT NULL,
    yellow_working_days integer NOT NULL,
    yellow_minutes integer NOT NULL,
    CONSTRAINT calendar_setting_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT calendar_setting_hours_check CHECK (((length(hours) >= 11) AND (length(hours) <= 47))),
    CONSTRAINT calendar_setting_version_check CHECK ((version > 0)),
    CONSTRAINT calendar_setting_yellow_minutes_check CHECK (((yellow_minutes >= 0) AND (yellow_minutes <= 1440))),
    CONSTRAINT calendar_setting_yellow_percent_check CHECK (((yellow_percent >= 0) AND (yellow_percent <= 90))),
    CONSTRAINT calendar_setting_yellow_working_days_check CHECK (((yellow_working_days >= 0) AND (yellow_working_days <= 10)))
);

ALTER TABLE ONLY public.calendar_setting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.calendar_setting OWNER TO jingwei_owner;

CREATE TABLE public.calendar_year (
    county text NOT NULL,
    year integer NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    imported_by uuid,
    CONSTRAINT calendar_year_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT calendar_year_source_check CHECK (((source <> ''::text) AND (length(source) <= 200))),
    CONSTRAINT calendar_year_version_check CHECK ((version > 0)),
    CONSTRAINT calendar_year_year_check CHECK (((year >= 1992) AND (year <= 2199)))
);

ALTER TABLE ONLY public.calendar_year FORCE ROW LEVEL SECURITY;

ALTER TABLE public.calendar_year OWNER TO jingwei_owner;

CREATE TABLE public.case_co_unit (
    county text NOT NULL,
    case_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    has_task boolean NOT NULL,
    attended boolean NOT NULL,
    called boolean NOT NULL,
    done_at timestamp with time zone,
    received_at timestamp with time zone NOT NULL,
    sort_at timestamp with time zone,
    waits boolean NOT NULL,
    CONSTRAINT case_co_unit_county_check CHECK ((county ~ '^[0-9]{6}$'::text))
);

ALTER TABLE ONLY public.case_co_unit FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_co_unit OWNER TO jingwei_owner;

CREATE TABLE public.case_export (
    county text NOT NULL,
    id uuid NOT NULL,
    account uuid NOT NULL,
    name text NOT NULL,
    format text NOT NULL,
    language text NOT NULL,
    query jsonb NOT NULL,
    scope text NOT NULL,
    state text NOT NULL,
    rows integer NOT NULL,
    bytes bigint,
    fault text,
    asked_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    removed_at timestamp with time zone,
    CONSTRAINT case_export_bytes_check CHECK ((bytes > 0)),
    CONSTRAINT case_export_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT case_export_format_check CHECK ((format = ANY (ARRAY['xlsx'::text, 'csv'::text]))),
    CONSTRAINT case_export_is_sound CHECK ((((state = 'ready'::text) = (bytes IS NOT NULL)) AND ((state = 'failed'::text) = (fault IS NOT NULL)) AND ((state = ANY (ARRAY['ready'::text, 'failed'::text])) = (finished_at IS NOT NULL)))),
    CONSTRAINT case_export_language_check CHECK ((language = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
    CONSTRAINT case_export_name_check CHECK (((name <> ''::text) AND (length(name) <= 100))),
    CONSTRAINT case_export_rows_check CHECK ((rows >= 0)),
    CONSTRAINT case_export_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.case_export FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_export OWNER TO jingwei_owner;

CREATE TABLE public.case_file (
    county text NOT NULL,
    case_id uuid NOT NULL,
    file_id uuid NOT NULL,
    step_no integer NOT NULL,
    CONSTRAINT case_file_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT case_file_step_no_check CHECK ((step_no > 0))
);

ALTER TABLE ONLY public.case_file FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_file OWNER TO jingwei_owner;

CREATE TABLE public.case_merge (
    county text NOT NULL,
    survivor_id uuid NOT NULL,
    case_id uuid NOT NULL,
    step_id uuid NOT NULL,
    CONSTRAINT case_merge_county_check CHECK ((county ~ '^[0-9]{6}$'::text))
);

ALTER TABLE ONLY public.case_merge FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_merge OWNER TO jingwei_owner;

CREATE TABLE public.case_number (
    county text NOT NULL,
    year integer NOT NULL,
    next bigint NOT NULL,
    CONSTRAINT case_number_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT case_number_next_check CHECK ((next > 0))
);

ALTER TABLE ONLY public.case_number FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_number OWNER TO jingwei_owner;

CREATE TABLE public.case_plate (
    county text NOT NULL,
    case_id uuid NOT NULL,
    id uuid NOT NULL,
    level text NOT NULL,
    cause text NOT NULL,
    issuer_name text NOT NULL,
    issuer_duty text NOT NULL,
    reason text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    reply_due_at timestamp with time zone NOT NULL,
    reply text,
    replied_at timestamp with time zone,
    lifted_at timestamp with time zone,
    CONSTRAINT case_plate_county_check CHECK ((county ~ '^[0-9]{6}$'::text))
);

ALTER TABLE ONLY public.case_plate FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_plate OWNER TO jingwei_owner;

CREATE TABLE public.case_reporter (
    county text NOT NULL,
    case_id uuid NOT NULL,
    name_masked text NOT NULL,
    phone_masked text NOT NULL,
    contact_sealed bytea,
    phone_key bytea,
    wants_answer boolean NOT NULL,
    CONSTRAINT case_reporter_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT case_reporter_name_masked_check CHECK ((length(name_masked) <= 60)),
    CONSTRAINT case_reporter_phone_masked_check CHECK ((length(phone_masked) <= 30))
);

ALTER TABLE ONLY public.case_reporter FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_reporter OWNER TO jingwei_owner;

CREATE TABLE public.case_session (
    county text NOT NULL,
    case_id uuid NOT NULL,
    no integer NOT NULL,
    meets_at timestamp with time zone NOT NULL,
    meeting_place text NOT NULL,
    subject text NOT NULL,
    summoned uuid[] NOT NULL,
    decision text NOT NULL,
    concluded_at timestamp with time zone,
    CONSTRAINT case_session_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT case_session_no_check CHECK ((no > 0))
);

ALTER TABLE ONLY public.case_session FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_session OWNER TO jingwei_owner;

CREATE TABLE public.case_setting (
    county text NOT NULL,
    version integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    set_by uuid,
    returns integer NOT NULL,
    reworks integer NOT NULL,
    reopens integer NOT NULL,
    extensions integer NOT NULL,
    most_suspended_days integer NOT NULL,
    sample_percent integer NOT NULL,
    archive_followed_up_days integer NOT NULL,
    archive_closed_days integer NOT NULL,
    sign_yellow_days integer NOT NULL,
    sign_red_days integer NOT NULL,
    answer_yellow_days integer NOT NULL,
    answer_red_days integer NOT NULL,
    reply_days integer NOT NULL,
    CONSTRAINT case_setting_answer_red_days_check CHECK (((answer_red_days >= 2) AND (answer_red_days <= 60))),
    CONSTRAINT case_setting_answer_yellow_days_check CHECK (((answer_yellow_days >= 1) AND (answer_yellow_days <= 30))),
    CONSTRAINT case_setting_archive_closed_days_check CHECK (((archive_closed_days >= 7) AND (archive_closed_days <= 365))),
    CONSTRAINT case_setting_archive_followed_up_days_check CHECK (((archive_followed_up_days >= 1) AND (archive_followed_up_days <= 90))),
    CONSTRAINT case_setting_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT case_setting_extensions_check CHECK (((extensions >= 0) AND (extensions <= 1))),
    CONSTRAINT case_setting_most_suspended_days_check CHECK (((most_suspended_days >= 1) AND (most_suspended_days <= 180))),
    CONSTRAINT case_setting_red_after_yellow CHECK (((sign_red_days > sign_yellow_days) AND (answer_red_days > answer_yellow_days))),
    CONSTRAINT case_setting_reopens_check CHECK (((reopens >= 1) AND (reopens <= 5))),
    CONSTRAINT case_setting_reply_days_check CHECK (((reply_days >= 1) AND (reply_days <= 10))),
    CONSTRAINT case_setting_returns_check CHECK (((returns >= 1) AND (returns <= 5))),
    CONSTRAINT case_setting_reworks_check CHECK (((reworks >= 1) AND (reworks <= 10))),
    CONSTRAINT case_setting_sample_percent_check CHECK (((sample_percent >= 1) AND (sample_percent <= 100))),
    CONSTRAINT case_setting_sign_red_days_check CHECK (((sign_red_days >= 2) AND (sign_red_days <= 20))),
    CONSTRAINT case_setting_sign_yellow_days_check CHECK (((sign_yellow_days >= 1) AND (sign_yellow_days <= 10))),
    CONSTRAINT case_setting_version_check CHECK ((version > 0))
);

ALTER TABLE ONLY public.case_setting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_setting OWNER TO jingwei_owner;

CREATE TABLE public.case_step (
    county text NOT NULL,
    case_id uuid NOT NULL,
    no integer NOT NULL,
    id uuid NOT NULL,
    action text NOT NULL,
    at timestamp with time zone NOT NULL,
    account uuid,
    by_name text NOT NULL,
    by_duty text NOT NULL,
    capacity text NOT NULL,
    state text NOT NULL,
    text text NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT case_step_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT case_step_no_check CHECK ((no > 0)),
    CONSTRAINT case_step_text_check CHECK ((length(text) <= 4000))
);

ALTER TABLE ONLY public.case_step FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_step OWNER TO jingwei_owner;

CREATE TABLE public.case_watch (
    county text NOT NULL,
    account uuid NOT NULL,
    case_id uuid NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT case_watch_county_check CHECK ((county ~ '^[0-9]{6}$'::text))
);

ALTER TABLE ONLY public.case_watch FORCE ROW LEVEL SECURITY;

ALTER TABLE public.case_watch OWNER TO jingwei_owner;

CREATE TABLE public.cases (
    county text NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    step_no integer NOT NULL,
    channel text NOT NULL,
    matter_id uuid NOT NULL,
    urgency text NOT NULL,
    description text NOT NULL,
    words tsvector NOT NULL,
    outside_no text,
    node_id uuid NOT NULL,
    grid_path text NOT NULL COLLATE pg_catalog."C",
    desk_path text NOT NULL COLLATE pg_catalog."C",
    lead_unit uuid,
    lon double precision,
    lat double precision,
    cell bigint,
    address text NOT NULL,
    occurred_at timestamp with time zone,
    received_at timestamp with time zone NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    reported_by uuid,
    accepted_at timestamp with time zone,
    dispatched_at timestamp with time zone,
    handled_at timestamp with time zone,
    answered_at timestamp with time zone,
    closed_at timestamp with time zone,
    followed_up_at timestamp with time zone,
    ended_at timestamp with time zone,
    handle_due_at timestamp with time zone,
    answer_due_at timestamp with time zone,
    state text NOT NULL,
    extension text NOT NULL,
    suspension text NOT NULL,
    session text NOT NULL,
    sample text NOT NULL,
    plate text NOT NULL,
    designated boolean NOT NULL,
    self_closed boolean NOT NULL,
    confidential boolean NOT NULL,
    answer_wanted boolean NOT NULL,
    open_co_tasks integer NOT NULL,
    merged_reports integer NOT NULL,
    merged_into uuid,
    state_before text,
    returns integer NOT NULL,
    reworks integer NOT NULL,
    reopens integer NOT NULL,
    passes integer NOT NULL,
    merges integer NOT NULL,
    extensions integer NOT NULL,
    suspensions integer NOT NULL,
    sessions integer NOT NULL,
    plates integer NOT NULL,
    co_units integer NOT NULL,
    secrecies integer NOT NULL,
    extension_asked integer,
    extension_given integer,
    pending_reason text,
    suspended_days integer NOT NULL,
    suspended_since timestamp with time zone,
    suspended_until timestamp with time zone,
    answer text NOT NULL,
    solved text,
    satisfied text,
    due_at timestamp with time zone,
    yellow_at timestamp with time zone,
    next_look_at timestamp with time zone,
    sort_at timestamp with time zone NOT NULL,
    clocks text DEFAULT ''::text NOT NULL,
    provisional boolean DEFAULT false NOT NULL,
    helping uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    town text GENERATED ALWAYS AS (split_part(grid_path, '/'::text, 2)) STORED NOT NULL,
    CONSTRAINT cases_are_sound CHECK (public.jingwei_case_is_sound(county, grid_path, desk_path, state, (merged_into IS NOT NULL), state_before, lon, lat, description, outside_no, address, step_no, open_co_tasks, merged_reports, suspended_days)),
    CONSTRAINT cases_county_check CHECK ((county ~ '^[0-9]{6}$'::text))
)
WITH (toast_tuple_target='8160');

ALTER TABLE ONLY public.cases FORCE ROW LEVEL SECURITY;

ALTER TABLE public.cases OWNER TO jingwei_owner;

CREATE TABLE public.credential (
    county text NOT NULL,
    account_id uuid NOT NULL,
    password_hash text NOT NULL,
    password_changed_at timestamp with time zone NOT NULL,
    password_change_needed boolean NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    first_failure_at timestamp with time zone,
    locked_until timestamp with time zone,
    totp_secret bytea,
    totp_confirmed_at timestamp with time zone,
    totp_last_step bigint,
    CONSTRAINT credential_check CHECK (((totp_confirmed_at IS NULL) OR (totp_secret IS NOT NULL))),
    CONSTRAINT credential_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT credential_failures_check CHECK ((failures >= 0)),
    CONSTRAINT credential_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text))
);

ALTER TABLE ONLY public.credential FORCE ROW LEVEL SECURITY;

ALTER TABLE public.credential OWNER TO jingwei_owner;

CREATE TABLE public.device_failure (
    county text NOT NULL,
    account_id uuid NOT NULL,
    device_id uuid NOT NULL,
    failures integer NOT NULL,
    first_failure_at timestamp with time zone NOT NULL,
    locked_until timestamp with time zone,
    CONSTRAINT device_failure_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT device_failure_failures_check CHECK ((failures > 0))
);

ALTER TABLE ONLY public.device_failure FORCE ROW LEVEL SECURITY;

ALTER TABLE public.device_failure OWNER TO jingwei_owner;

CREATE TABLE public.file (
    county text NOT NULL,
    id uuid NOT NULL,
    account uuid NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    media_type text NOT NULL,
    bytes bigint NOT NULL,
    width integer,
    height integer,
    uploaded_at timestamp with time zone NOT NULL,
    CONSTRAINT file_bytes_check CHECK ((bytes > 0)),
    CONSTRAINT file_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT file_height_check CHECK ((height > 0)),
    CONSTRAINT file_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT file_photo_has_both_sides CHECK (((width IS NULL) = (height IS NULL))),
    CONSTRAINT file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT file_width_check CHECK ((width > 0))
);

ALTER TABLE ONLY public.file FORCE ROW LEVEL SECURITY;

ALTER TABLE public.file OWNER TO jingwei_owner;

CREATE TABLE public.job (
    county text NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    once_key text,
    payload jsonb NOT NULL,
    due_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    locked_by uuid,
    locked_until timestamp with time zone,
    last_error text,
    failed_at timestamp with time zone,
    CONSTRAINT job_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT job_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT job_kind_check CHECK ((kind ~ '^[a-z_]{1,60}$'::text)),
    CONSTRAINT job_last_error_check CHECK ((length(last_error) <= 1000)),
    CONSTRAINT job_locked_whole CHECK (((locked_by IS NULL) = (locked_until IS NULL))),
    CONSTRAINT job_once_key_check CHECK (((length(once_key) >= 1) AND (length(once_key) <= 200)))
);

ALTER TABLE ONLY public.job FORCE ROW LEVEL SECURITY;

ALTER TABLE public.job OWNER TO jingwei_owner;

CREATE TABLE public.map_tile (
    county text NOT NULL,
    zoom smallint NOT NULL,
    x integer NOT NULL,
    y integer NOT NULL,
    octets bytea NOT NULL,
    CONSTRAINT map_tile_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT map_tile_x_check CHECK ((x >= 0)),
    CONSTRAINT map_tile_y_check CHECK ((y >= 0)),
    CONSTRAINT map_tile_zoom_check CHECK (((zoom >= 0) AND (zoom <= 22)))
);
ALTER TABLE ONLY public.map_tile ALTER COLUMN octets SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.map_tile FORCE ROW LEVEL SECURITY;

ALTER TABLE public.map_tile OWNER TO jingwei_owner;

CREATE TABLE public.map_tile_set (
    county text NOT NULL,
    version text NOT NULL,
    west double precision NOT NULL,
    south double precision NOT NULL,
    east double precision NOT NULL,
    north double precision NOT NULL,
    min_zoom smallint NOT NULL,
    max_zoom smallint NOT NULL,
    tiles integer NOT NULL,
    octets bigint NOT NULL,
    attribution text NOT NULL,
    attribution_url text,
    imported_at timestamp with time zone NOT NULL,
    CONSTRAINT map_tile_set_attribution_check CHECK (((length(attribution) >= 1) AND (length(attribution) <= 200))),
    CONSTRAINT map_tile_set_attribution_url_check CHECK (((attribution_url ~ '^https?://'::text) AND (length(attribution_url) <= 500))),
    CONSTRAINT map_tile_set_check CHECK (((max_zoom >= min_zoom) AND (max_zoom <= 22))),
    CONSTRAINT map_tile_set_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT map_tile_set_east_check CHECK (((east >= ('-180'::integer)::double precision) AND (east <= (180)::double precision))),
    CONSTRAINT map_tile_set_min_zoom_check CHECK (((min_zoom >= 0) AND (min_zoom <= 22))),
    CONSTRAINT map_tile_set_north_check CHECK (((north >= ('-90'::integer)::double precision) AND (north <= (90)::double precision))),
    CONSTRAINT map_tile_set_octets_check CHECK ((octets > 0)),
    CONSTRAINT map_tile_set_south_check CHECK (((south >= ('-90'::integer)::double precision) AND (south <= (90)::double precision))),
    CONSTRAINT map_tile_set_tiles_check CHECK ((tiles > 0)),
    CONSTRAINT map_tile_set_version_check CHECK ((version ~ '^[0-9a-f]{16}$'::text)),
    CONSTRAINT map_tile_set_west_check CHECK (((west >= ('-180'::integer)::double precision) AND (west <= (180)::double precision)))
);

ALTER TABLE ONLY public.map_tile_set FORCE ROW LEVEL SECURITY;

ALTER TABLE public.map_tile_set OWNER TO jingwei_owner;

CREATE TABLE public.matter (
    county text NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    code text NOT NULL,
    class_code text NOT NULL,
    subclass_code text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    guidance_zh text NOT NULL,
    guidance_en text NOT NULL,
    bearing text NOT NULL,
    funding text NOT NULL,
    severity text NOT NULL,
    evidence text NOT NULL,
    grid_may_close boolean NOT NULL,
    is_public boolean NOT NULL,
    emergency boolean NOT NULL,
    keywords text[] NOT NULL,
    form json,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    CONSTRAINT matter_bearing_check CHECK ((bearing = ANY (ARRAY['bears'::text, 'assists'::text]))),
    CONSTRAINT matter_check CHECK (((NOT grid_may_close) OR (bearing = 'bears'::text))),
    CONSTRAINT matter_check1 CHECK ((valid_to > valid_from)),
    CONSTRAINT matter_code_check CHECK ((code ~ '^[0-9A-Za-z._-]{1,40}$'::text)),
    CONSTRAINT matter_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT matter_evidence_check CHECK ((evidence = ANY (ARRAY['none'::text, 'photo'::text, 'document'::text]))),
    CONSTRAINT matter_form_check CHECK ((json_typeof(form) = 'object'::text)),
    CONSTRAINT matter_funding_check CHECK ((funding = ANY (ARRAY['town_budget'::text, 'department'::text, 'fee_follows_work'::text]))),
    CONSTRAINT matter_guidance_en_check CHECK ((length(guidance_en) <= 2000)),
    CONSTRAINT matter_guidance_zh_check CHECK ((length(guidance_zh) <= 1000)),
    CONSTRAINT matter_keywords_check CHECK ((cardinality(keywords) <= 40)),
    CONSTRAINT matter_name_en_check CHECK ((length(name_en) <= 120)),
    CONSTRAINT matter_name_zh_check CHECK (((name_zh <> ''::text) AND (length(name_zh) <= 60))),
    CONSTRAINT matter_severity_check CHECK ((severity = ANY (ARRAY['minor'::text, 'ordinary'::text, 'serious'::text, 'grave'::text]))),
    CONSTRAINT matter_version_check CHECK ((version > 0))
);

ALTER TABLE ONLY public.matter FORCE ROW LEVEL SECURITY;

ALTER TABLE public.matter OWNER TO jingwei_owner;

CREATE TABLE public.matter_catalogue (
    county text NOT NULL,
    title text NOT NULL,
    source text NOT NULL,
    limits json NOT NULL,
    CONSTRAINT matter_catalogue_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT matter_catalogue_limits_check CHECK ((json_typeof(limits) = 'array'::text)),
    CONSTRAINT matter_catalogue_source_check CHECK (((source <> ''::text) AND (length(source) <= 500))),
    CONSTRAINT matter_catalogue_title_check CHECK (((title <> ''::text) AND (length(title) <= 120)))
);

ALTER TABLE ONLY public.matter_catalogue FORCE ROW LEVEL SECURITY;

ALTER TABLE public.matter_catalogue OWNER TO jingwei_owner;

CREATE TABLE public.matter_class (
    county text NOT NULL,
    code text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    "position" integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    CONSTRAINT matter_class_check CHECK ((valid_to > valid_from)),
    CONSTRAINT matter_class_code_check CHECK ((code ~ '^[0-9A-Za-z._-]{1,40}$'::text)),
    CONSTRAINT matter_class_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT matter_class_name_en_check CHECK ((length(name_en) <= 120)),
    CONSTRAINT matter_class_name_zh_check CHECK (((name_zh <> ''::text) AND (length(name_zh) <= 60))),
    CONSTRAINT matter_class_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.matter_class FORCE ROW LEVEL SECURITY;

ALTER TABLE public.matter_class OWNER TO jingwei_owner;

CREATE TABLE public.matter_limit (
    county text NOT NULL,
    matter_id uuid NOT NULL,
    version integer NOT NULL,
    stage text NOT NULL,
    unit text NOT NULL,
    amount integer NOT NULL,
    amount_unit text NOT NULL,
    CONSTRAINT matter_limit_amount_check CHECK (((amount >= 1) AND (amount <= 1000))),
    CONSTRAINT matter_limit_amount_unit_check CHECK ((amount_unit = ANY (ARRAY['minutes'::text, 'natural_hours'::text, 'working_hours'::text, 'natural_days'::text, 'working_days'::text]))),
    CONSTRAINT matter_limit_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT matter_limit_stage_check CHECK ((stage = ANY (ARRAY['screen'::text, 'sign'::text, 'handle'::text, 'verify'::text, 'answer'::text, 'arrival_town'::text, 'arrival_country'::text]))),
    CONSTRAINT matter_limit_unit_check CHECK ((length(unit) <= 60))
);

ALTER TABLE ONLY public.matter_limit FORCE ROW LEVEL SECURITY;

ALTER TABLE public.matter_limit OWNER TO jingwei_owner;

CREATE TABLE public.matter_subclass (
    county text NOT NULL,
    code text NOT NULL,
    class_code text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    "position" integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    CONSTRAINT matter_subclass_check CHECK ((valid_to > valid_from)),
    CONSTRAINT matter_subclass_code_check CHECK ((code ~ '^[0-9A-Za-z._-]{1,40}$'::text)),
    CONSTRAINT matter_subclass_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT matter_subclass_name_en_check CHECK ((length(name_en) <= 120)),
    CONSTRAINT matter_subclass_name_zh_check CHECK (((name_zh <> ''::text) AND (length(name_zh) <= 60))),
    CONSTRAINT matter_subclass_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.matter_subclass FORCE ROW LEVEL SECURITY;

ALTER TABLE public.matter_subclass OWNER TO jingwei_owner;

CREATE TABLE public.matter_unit (
    county text NOT NULL,
    matter_id uuid NOT NULL,
    version integer NOT NULL,
    "position" integer NOT NULL,
    level text NOT NULL,
    unit text NOT NULL,
    lead boolean NOT NULL,
    CONSTRAINT matter_unit_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT matter_unit_level_check CHECK ((level = ANY (ARRAY['county'::text, 'town'::text, 'village'::text, 'grid'::text, 'micro'::text]))),
    CONSTRAINT matter_unit_position_check CHECK (("position" >= 0)),
    CONSTRAINT matter_unit_unit_check CHECK (((unit <> ''::text) AND (length(unit) <= 60)))
);

ALTER TABLE ONLY public.matter_unit FORCE ROW LEVEL SECURITY;

ALTER TABLE public.matter_unit OWNER TO jingwei_owner;

CREATE TABLE public.staff_member (
    county text NOT NULL,
    id uuid NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    duty_phone text NOT NULL,
    photo_id uuid,
    account_id uuid,
    CONSTRAINT staff_member_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT staff_member_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT staff_member_duty_phone_check CHECK ((length(duty_phone) <= 40)),
    CONSTRAINT staff_member_name_check CHECK (((name <> ''::text) AND (length(name) <= 60)))
);

ALTER TABLE ONLY public.staff_member FORCE ROW LEVEL SECURITY;

ALTER TABLE public.staff_member OWNER TO jingwei_owner;

CREATE VIEW public.orphan_file WITH (security_invoker='true') AS
 SELECT file.county,
    file.id,
    file.sha256,
    file.uploaded_at
   FROM public.file
  WHERE ((NOT (EXISTS ( SELECT 1
           FROM public.case_file
          WHERE ((case_file.county = file.county) AND (case_file.file_id = file.id))))) AND (NOT (EXISTS ( SELECT 1
           FROM public.staff_member
          WHERE ((staff_member.county = file.county) AND (staff_member.photo_id = file.id))))));

ALTER TABLE public.orphan_file OWNER TO jingwei_owner;

CREATE TABLE public.post (
    county text NOT NULL,
    id uuid NOT NULL,
    node_id uuid NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    title text NOT NULL,
    duties text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    CONSTRAINT post_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT post_check1 CHECK ((valid_to > valid_from)),
    CONSTRAINT post_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT post_duties_check CHECK ((length(duties) <= 2000)),
    CONSTRAINT post_kind_check CHECK ((kind = ANY (ARRAY['lead'::text, 'worker'::text, 'part_time_worker'::text, 'assistant'::text, 'instructor'::text, 'micro_worker'::text, 'contact'::text, 'commander'::text, 'deputy_commander'::text, 'secretary'::text]))),
    CONSTRAINT post_title_check CHECK ((length(title) <= 60))
);

ALTER TABLE ONLY public.post FORCE ROW LEVEL SECURITY;

ALTER TABLE public.post OWNER TO jingwei_owner;

CREATE TABLE public.post_away (
    county text NOT NULL,
    id uuid NOT NULL,
    holding_id uuid NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    away_from timestamp with time zone NOT NULL,
    away_to timestamp with time zone,
    CONSTRAINT post_away_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT post_away_check1 CHECK ((away_to > away_from)),
    CONSTRAINT post_away_county_check CHECK ((county ~ '^[0-9]{6}$'::text))
);

ALTER TABLE ONLY public.post_away FORCE ROW LEVEL SECURITY;

ALTER TABLE public.post_away OWNER TO jingwei_owner;

CREATE TABLE public.post_holding (
    county text NOT NULL,
    id uuid NOT NULL,
    post_id uuid NOT NULL,
    member_id uuid NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    side text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    CONSTRAINT post_holding_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT post_holding_check1 CHECK ((valid_to > valid_from)),
    CONSTRAINT post_holding_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT post_holding_side_check CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])))
);

ALTER TABLE ONLY public.post_holding FORCE ROW LEVEL SECURITY;

ALTER TABLE public.post_holding OWNER TO jingwei_owner;

CREATE TABLE public.role (
    name text NOT NULL,
    office text NOT NULL,
    reach text NOT NULL,
    CONSTRAINT role_office_check CHECK ((office = ANY (ARRAY['none'::text, 'system'::text, 'security'::text, 'audit'::text]))),
    CONSTRAINT role_reach_check CHECK ((reach = ANY (ARRAY['path'::text, 'unit'::text])))
);

ALTER TABLE public.role OWNER TO jingwei_owner;

CREATE TABLE public.role_grant (
    county text NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text NOT NULL,
    office text NOT NULL,
    path text COLLATE pg_catalog."C",
    unit_id uuid,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    granted_by uuid,
    granted_at timestamp with time zone NOT NULL,
    ended_by uuid,
    CONSTRAINT role_grant_auditor CHECK (((office <> 'audit'::text) OR (path = county))),
    CONSTRAINT role_grant_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT role_grant_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT role_grant_no_self CHECK ((granted_by <> account_id)),
    CONSTRAINT role_grant_place CHECK (((path IS NULL) <> (unit_id IS NULL))),
    CONSTRAINT role_grant_term CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

ALTER TABLE ONLY public.role_grant FORCE ROW LEVEL SECURITY;

ALTER TABLE public.role_grant OWNER TO jingwei_owner;

CREATE TABLE public.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.schema_migration OWNER TO jingwei_owner;

CREATE TABLE public.session (
    county text NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    address text,
    agent text,
    CONSTRAINT session_address_check CHECK ((length(address) <= 64)),
    CONSTRAINT session_agent_check CHECK ((length(agent) <= 200)),
    CONSTRAINT session_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT session_token_hash_check CHECK ((length(token_hash) = 32))
);

ALTER TABLE ONLY public.session FORCE ROW LEVEL SECURITY;

ALTER TABLE public.session OWNER TO jingwei_owner;

CREATE TABLE public.snapshot_version (
    county text NOT NULL,
    name text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT snapshot_version_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT snapshot_version_name_check CHECK ((name ~ '^[a-z]+$'::text)),
    CONSTRAINT snapshot_version_version_check CHECK ((version > 0))
);

ALTER TABLE ONLY public.snapshot_version FORCE ROW LEVEL SECURITY;

ALTER TABLE public.snapshot_version OWNER TO jingwei_owner;

CREATE TABLE public.staff_handover (
    county text NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    to_member_id uuid NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    ended uuid[] NOT NULL,
    begun uuid[] NOT NULL,
    written_by uuid,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT staff_handover_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT staff_handover_check1 CHECK ((cardinality(begun) = cardinality(ended))),
    CONSTRAINT staff_handover_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT staff_handover_ended_check CHECK (((cardinality(ended) >= 1) AND (cardinality(ended) <= 100))),
    CONSTRAINT staff_handover_note_check CHECK ((length(note) <= 1000)),
    CONSTRAINT staff_handover_to_another CHECK ((to_member_id <> member_id))
);

ALTER TABLE ONLY public.staff_handover FORCE ROW LEVEL SECURITY;

ALTER TABLE public.staff_handover OWNER TO jingwei_owner;

CREATE TABLE public.staff_meeting (
    county text NOT NULL,
    id uuid NOT NULL,
    node_id uuid NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    held_at timestamp with time zone NOT NULL,
    subject text NOT NULL,
    minutes text NOT NULL,
    present uuid[] NOT NULL,
    excused uuid[] NOT NULL,
    written_by uuid,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT staff_meeting_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT staff_meeting_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT staff_meeting_excused_check CHECK ((cardinality(excused) <= 200)),
    CONSTRAINT staff_meeting_minutes_check CHECK ((length(minutes) <= 8000)),
    CONSTRAINT staff_meeting_present_check CHECK ((cardinality(present) <= 200)),
    CONSTRAINT staff_meeting_subject_check CHECK (((subject <> ''::text) AND (length(subject) <= 200)))
);

ALTER TABLE ONLY public.staff_meeting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.staff_meeting OWNER TO jingwei_owner;

CREATE TABLE public.staff_record (
    county text NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    manner text,
    post_id uuid,
    title text NOT NULL,
    from_on date NOT NULL,
    to_on date,
    hours integer,
    note text NOT NULL,
    version integer NOT NULL,
    written_by uuid,
    written_at timestamp with time zone NOT NULL,
    removed boolean DEFAULT false NOT NULL,
    CONSTRAINT staff_record_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT staff_record_check1 CHECK ((to_on >= from_on)),
    CONSTRAINT staff_record_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT staff_record_hours_check CHECK (((hours >= 1) AND (hours <= 1000))),
    CONSTRAINT staff_record_kind_check CHECK ((kind = ANY (ARRAY['filled'::text, 'contract'::text, 'training'::text, 'equipment'::text, 'insurance'::text, 'award'::text]))),
    CONSTRAINT staff_record_manner_check CHECK ((manner = ANY (ARRAY['election'::text, 'recruitment'::text, 'appointment'::text, 'before_duty'::text, 'yearly'::text]))),
    CONSTRAINT staff_record_note_check CHECK ((length(note) <= 1000)),
    CONSTRAINT staff_record_title_check CHECK (((title <> ''::text) AND (length(title) <= 120))),
    CONSTRAINT staff_record_version_check CHECK ((version > 0))
);

ALTER TABLE ONLY public.staff_record FORCE ROW LEVEL SECURITY;

ALTER TABLE public.staff_record OWNER TO jingwei_owner;

CREATE TABLE public.staff_record_past (
    county text NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    manner text,
    post_id uuid,
    title text NOT NULL,
    from_on date NOT NULL,
    to_on date,
    hours integer,
    note text NOT NULL,
    written_by uuid,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT staff_record_past_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT staff_record_past_county_check CHECK ((county ~ '^[0-9]{6}$'::text))
);

ALTER TABLE ONLY public.staff_record_past FORCE ROW LEVEL SECURITY;

ALTER TABLE public.staff_record_past OWNER TO jingwei_owner;

CREATE TABLE public.staff_setting (
    county text NOT NULL,
    training_hours integer NOT NULL,
    CONSTRAINT staff_setting_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT staff_setting_training_hours_check CHECK (((training_hours >= 0) AND (training_hours <= 400)))
);

ALTER TABLE ONLY public.staff_setting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.staff_setting OWNER TO jingwei_owner;

CREATE TABLE public.territory (
    county text NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    path text NOT NULL COLLATE pg_catalog."C",
    code text NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    kind text NOT NULL,
    households integer,
    boundary public.geometry(MultiPolygon,4326),
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    CONSTRAINT territory_check CHECK (((path ~ '^[0-9a-z]+(/[0-9a-z]+)*$'::text) AND (length(path) <= 120) AND ((path = county) OR starts_with(path, (county || '/'::text))))),
    CONSTRAINT territory_check1 CHECK ((valid_to > valid_from)),
    CONSTRAINT territory_check2 CHECK (((parent_id IS NULL) = (path = county))),
    CONSTRAINT territory_check3 CHECK (((parent_id IS NULL) = (level = 'county'::text))),
    CONSTRAINT territory_code_check CHECK ((code ~ '^[0-9a-z-]{1,40}$'::text)),
    CONSTRAINT territory_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT territory_households_check CHECK (((households >= 0) AND (households <= 10000000))),
    CONSTRAINT territory_kind_check CHECK ((kind = ANY (ARRAY['division'::text, 'general'::text, 'dedicated'::text, 'micro'::text]))),
    CONSTRAINT territory_level_check CHECK ((level = ANY (ARRAY['county'::text, 'town'::text, 'village'::text, 'grid'::text, 'micro'::text]))),
    CONSTRAINT territory_name_check CHECK (((name <> ''::text) AND (length(name) <= 60)))
);

ALTER TABLE ONLY public.territory FORCE ROW LEVEL SECURITY;

ALTER TABLE public.territory OWNER TO jingwei_owner;

CREATE TABLE public.territory_past (
    county text NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    path text NOT NULL COLLATE pg_catalog."C",
    code text NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    kind text NOT NULL,
    households integer,
    boundary public.geometry(MultiPolygon,4326),
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    CONSTRAINT territory_past_check CHECK ((valid_to > valid_from)),
    CONSTRAINT territory_past_county_check CHECK ((county ~ '^[0-9]{6}$'::text))
);

ALTER TABLE ONLY public.territory_past FORCE ROW LEVEL SECURITY;

ALTER TABLE public.territory_past OWNER TO jingwei_owner;

CREATE TABLE public.territory_plan (
    county text NOT NULL,
    id uuid NOT NULL,
    node_id uuid NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    note text NOT NULL,
    state text NOT NULL,
    in_force_on date,
    revision integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    submitted_by uuid,
    approved_by uuid,
    in_force_at timestamp with time zone,
    hindrance text,
    CONSTRAINT territory_plan_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT territory_plan_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT territory_plan_four_eyes CHECK ((approved_by <> submitted_by)),
    CONSTRAINT territory_plan_has_day CHECK (((in_force_on IS NOT NULL) OR (state <> ALL (ARRAY['submitted'::text, 'approved'::text, 'in_force'::text])))),
    CONSTRAINT territory_plan_hindrance_check CHECK ((hindrance ~ '^[a-z_]+$'::text)),
    CONSTRAINT territory_plan_in_force CHECK (((state = 'in_force'::text) = (in_force_at IS NOT NULL))),
    CONSTRAINT territory_plan_name_check CHECK (((name <> ''::text) AND (length(name) <= 60))),
    CONSTRAINT territory_plan_note_check CHECK ((length(note) <= 2000)),
    CONSTRAINT territory_plan_revision_check CHECK ((revision > 0)),
    CONSTRAINT territory_plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'in_force'::text])))
);

ALTER TABLE ONLY public.territory_plan FORCE ROW LEVEL SECURITY;

ALTER TABLE public.territory_plan OWNER TO jingwei_owner;

CREATE TABLE public.territory_plan_change (
    county text NOT NULL,
    plan_id uuid NOT NULL,
    no integer NOT NULL,
    kind text NOT NULL,
    touches json NOT NULL,
    results json NOT NULL,
    CONSTRAINT territory_plan_change_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT territory_plan_change_kind_check CHECK ((kind = ANY (ARRAY['add'::text, 'split'::text, 'merge'::text, 'redraw'::text, 'renumber'::text, 'retire'::text]))),
    CONSTRAINT territory_plan_change_no_check CHECK ((no > 0)),
    CONSTRAINT territory_plan_change_results_check CHECK ((json_typeof(results) = 'array'::text)),
    CONSTRAINT territory_plan_change_touches_check CHECK ((json_typeof(touches) = 'array'::text))
);

ALTER TABLE ONLY public.territory_plan_change FORCE ROW LEVEL SECURITY;

ALTER TABLE public.territory_plan_change OWNER TO jingwei_owner;

CREATE TABLE public.territory_plan_step (
    county text NOT NULL,
    plan_id uuid NOT NULL,
    no integer NOT NULL,
    action text NOT NULL,
    at timestamp with time zone NOT NULL,
    account uuid,
    by_name text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT territory_plan_step_action_check CHECK ((action = ANY (ARRAY['draft'::text, 'submit'::text, 'approve'::text, 'refuse'::text, 'withdraw'::text, 'put_in_force'::text]))),
    CONSTRAINT territory_plan_step_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT territory_plan_step_no_check CHECK ((no > 0)),
    CONSTRAINT territory_plan_step_reason_check CHECK ((length(reason) <= 2000))
);

ALTER TABLE ONLY public.territory_plan_step FORCE ROW LEVEL SECURITY;

ALTER TABLE public.territory_plan_step OWNER TO jingwei_owner;

CREATE TABLE public.territory_setting (
    county text NOT NULL,
    code_rule text NOT NULL,
    level_names json NOT NULL,
    complaint_phone text NOT NULL,
    CONSTRAINT territory_setting_code_rule_check CHECK ((code_rule = ANY (ARRAY['eighteen_digits'::text, 'town_six_digits'::text, 'free'::text]))),
    CONSTRAINT territory_setting_complaint_phone_check CHECK ((length(complaint_phone) <= 40)),
    CONSTRAINT territory_setting_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT territory_setting_level_names_check CHECK ((json_typeof(level_names) = 'object'::text))
);

ALTER TABLE ONLY public.territory_setting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.territory_setting OWNER TO jingwei_owner;

CREATE TABLE public.unit (
    county text NOT NULL,
    id uuid NOT NULL,
    node_id uuid NOT NULL,
    parent_id uuid,
    path text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    short_name text NOT NULL,
    kind text NOT NULL,
    phone text NOT NULL,
    duties text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    CONSTRAINT unit_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT unit_check1 CHECK ((valid_to > valid_from)),
    CONSTRAINT unit_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT unit_duties_check CHECK ((length(duties) <= 2000)),
    CONSTRAINT unit_kind_check CHECK ((kind = ANY (ARRAY['centre'::text, 'department'::text, 'station'::text, 'committee'::text]))),
    CONSTRAINT unit_name_check CHECK (((name <> ''::text) AND (length(name) <= 60))),
    CONSTRAINT unit_phone_check CHECK ((length(phone) <= 40)),
    CONSTRAINT unit_short_name_check CHECK ((length(short_name) <= 20))
);

ALTER TABLE ONLY public.unit FORCE ROW LEVEL SECURITY;

ALTER TABLE public.unit OWNER TO jingwei_owner;

CREATE TABLE public.work_log (
    county text NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    node_id uuid NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    day date NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT work_log_check CHECK (((path = county) OR starts_with(path, (county || '/'::text)))),
    CONSTRAINT work_log_county_check CHECK ((county ~ '^[0-9]{6}$'::text)),
    CONSTRAINT work_log_text_check CHECK (((text <> ''::text) AND (length(text) <= 2000)))
);

ALTER TABLE ONLY public.work_log FORCE ROW LEVEL SECURITY;

ALTER TABLE public.work_log OWNER TO jingwei_owner;

ALTER TABLE ONLY public.access_version
    ADD CONSTRAINT access_version_pkey PRIMARY KEY (county);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_login_key UNIQUE (county, login);

ALTER TABLE ONLY public.account_name
    ADD CONSTRAINT account_name_pkey PRIMARY KEY (county, account_id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_token_key UNIQUE (county, token_hash);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.audit_pending
    ADD CONSTRAINT audit_pending_pkey PRIMARY KEY (county, entry_id);

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (county, number);

ALTER TABLE ONLY public.base_map
    ADD CONSTRAINT base_map_pkey PRIMARY KEY (county);

ALTER TABLE ONLY public.calendar_day
    ADD CONSTRAINT calendar_day_pkey PRIMARY KEY (county, year, version, day);

ALTER TABLE ONLY public.calendar_setting
    ADD CONSTRAINT calendar_setting_pkey PRIMARY KEY (county);

ALTER TABLE ONLY public.calendar_year
    ADD CONSTRAINT calendar_year_pkey PRIMARY KEY (county, year, version);

ALTER TABLE ONLY public.case_co_unit
    ADD CONSTRAINT case_co_unit_pkey PRIMARY KEY (county, case_id, unit_id);

ALTER TABLE ONLY public.case_export
    ADD CONSTRAINT case_export_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.case_file
    ADD CONSTRAINT case_file_pkey PRIMARY KEY (county, case_id, file_id);

ALTER TABLE ONLY public.case_merge
    ADD CONSTRAINT case_merge_pkey PRIMARY KEY (county, survivor_id, step_id);

ALTER TABLE ONLY public.case_number
    ADD CONSTRAINT case_number_pkey PRIMARY KEY (county, year);

ALTER TABLE ONLY public.case_plate
    ADD CONSTRAINT case_plate_pkey PRIMARY KEY (county, case_id, id);

ALTER TABLE ONLY public.case_reporter
    ADD CONSTRAINT case_reporter_pkey PRIMARY KEY (county, case_id);

ALTER TABLE ONLY public.case_session
    ADD CONSTRAINT case_session_pkey PRIMARY KEY (county, case_id, no);

ALTER TABLE ONLY public.case_setting
    ADD CONSTRAINT case_setting_pkey PRIMARY KEY (county, version);

ALTER TABLE ONLY public.case_step
    ADD CONSTRAINT case_step_id_key UNIQUE (county, id);

ALTER TABLE ONLY public.case_step
    ADD CONSTRAINT case_step_pkey PRIMARY KEY (county, case_id, no);

ALTER TABLE ONLY public.case_watch
    ADD CONSTRAINT case_watch_pkey PRIMARY KEY (county, account, case_id);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_code_key UNIQUE (county, code);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_pkey PRIMARY KEY (county, account_id);

ALTER TABLE ONLY public.device_failure
    ADD CONSTRAINT device_failure_pkey PRIMARY KEY (county, account_id, device_id);

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.map_tile
    ADD CONSTRAINT map_tile_pkey PRIMARY KEY (county, zoom, x, y);

ALTER TABLE ONLY public.map_tile_set
    ADD CONSTRAINT map_tile_set_pkey PRIMARY KEY (county);

ALTER TABLE ONLY public.matter_catalogue
    ADD CONSTRAINT matter_catalogue_pkey PRIMARY KEY (county);

ALTER TABLE ONLY public.matter_class
    ADD CONSTRAINT matter_class_pkey PRIMARY KEY (county, code);

ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_code_excl EXCLUDE USING gist (county WITH =, code WITH =, tstzrange(valid_from, valid_to) WITH &&);

ALTER TABLE ONLY public.matter_limit
    ADD CONSTRAINT matter_limit_pkey PRIMARY KEY (county, matter_id, version, stage, unit);

ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_pkey PRIMARY KEY (county, id, version);

ALTER TABLE ONLY public.matter_subclass
    ADD CONSTRAINT matter_subclass_pkey PRIMARY KEY (county, code);

ALTER TABLE ONLY public.matter_unit
    ADD CONSTRAINT matter_unit_pkey PRIMARY KEY (county, matter_id, version, level, unit);

ALTER TABLE ONLY public.post_away
    ADD CONSTRAINT post_away_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.post_away
    ADD CONSTRAINT post_away_span_excl EXCLUDE USING gist (county WITH =, holding_id WITH =, tstzrange(away_from, away_to) WITH &&);

ALTER TABLE ONLY public.post_holding
    ADD CONSTRAINT post_holding_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.post_holding
    ADD CONSTRAINT post_holding_side_excl EXCLUDE USING gist (county WITH =, post_id WITH =, side WITH =, tstzrange(valid_from, valid_to) WITH &&);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_officers_exclude EXCLUDE USING gist (county WITH =, account_id WITH =, office WITH <>, tstzrange(valid_from, valid_to) WITH &&) WHERE ((office <> 'none'::text));

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_office_key UNIQUE (name, office);

ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_key UNIQUE (county, token_hash);

ALTER TABLE ONLY public.snapshot_version
    ADD CONSTRAINT snapshot_version_pkey PRIMARY KEY (county, name);

ALTER TABLE ONLY public.staff_handover
    ADD CONSTRAINT staff_handover_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.staff_meeting
    ADD CONSTRAINT staff_meeting_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.staff_member
    ADD CONSTRAINT staff_member_account_key UNIQUE (county, account_id);

ALTER TABLE ONLY public.staff_member
    ADD CONSTRAINT staff_member_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.staff_member
    ADD CONSTRAINT staff_member_place_key UNIQUE (county, id, path);

ALTER TABLE ONLY public.staff_record_past
    ADD CONSTRAINT staff_record_past_pkey PRIMARY KEY (county, id, version);

ALTER TABLE ONLY public.staff_record
    ADD CONSTRAINT staff_record_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.staff_setting
    ADD CONSTRAINT staff_setting_pkey PRIMARY KEY (county);

ALTER TABLE ONLY public.territory
    ADD CONSTRAINT territory_code_key UNIQUE (county, code);

ALTER TABLE ONLY public.territory_past
    ADD CONSTRAINT territory_past_pkey PRIMARY KEY (county, id, valid_from);

ALTER TABLE ONLY public.territory
    ADD CONSTRAINT territory_path_key UNIQUE (county, path);

ALTER TABLE ONLY public.territory
    ADD CONSTRAINT territory_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.territory_plan_change
    ADD CONSTRAINT territory_plan_change_pkey PRIMARY KEY (county, plan_id, no);

ALTER TABLE ONLY public.territory_plan
    ADD CONSTRAINT territory_plan_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.territory_plan_step
    ADD CONSTRAINT territory_plan_step_pkey PRIMARY KEY (county, plan_id, no);

ALTER TABLE ONLY public.territory_setting
    ADD CONSTRAINT territory_setting_pkey PRIMARY KEY (county);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_centre_excl EXCLUDE USING gist (county WITH =, node_id WITH =, tstzrange(valid_from, valid_to) WITH &&) WHERE ((kind = 'centre'::text));

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_name_excl EXCLUDE USING gist (county WITH =, node_id WITH =, name WITH =, tstzrange(valid_from, valid_to) WITH &&);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (county, id);

ALTER TABLE ONLY public.work_log
    ADD CONSTRAINT work_log_pkey PRIMARY KEY (county, id);

CREATE INDEX account_path ON public.account USING btree (county, path, login);

CREATE INDEX api_token_account ON public.api_token USING btree (county, account_id, created_at);

CREATE INDEX audit_entry_account ON public.audit_entry USING btree (county, account_id, id);

CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (county, subject, id);

CREATE INDEX case_co_unit_open ON public.case_co_unit USING btree (county, unit_id, sort_at, case_id) WHERE (sort_at IS NOT NULL);

CREATE INDEX case_co_unit_received ON public.case_co_unit USING btree (county, unit_id, received_at, case_id);

CREATE INDEX case_export_account ON public.case_export USING btree (county, account, asked_at);

CREATE INDEX case_export_asked ON public.case_export USING btree (county, asked_at);

CREATE INDEX case_file_file ON public.case_file USING btree (county, file_id);

CREATE INDEX case_reporter_phone ON public.case_reporter USING btree (county, phone_key) WHERE (phone_key IS NOT NULL);

CREATE INDEX case_session_meets ON public.case_session USING btree (county, meets_at, case_id);

CREATE INDEX case_watch_received ON public.case_watch USING btree (county, account, received_at, case_id);

CREATE INDEX cases_done_received ON public.cases USING btree (county, received_at, id) WHERE (state = ANY (ARRAY['closed'::text, 'followed_up'::text, 'archived'::text, 'rejected'::text, 'voided'::text, 'merged'::text]));

CREATE INDEX cases_matter_received ON public.cases USING btree (county, matter_id, town, received_at, id) WHERE (state = ANY (ARRAY['closed'::text, 'followed_up'::text, 'archived'::text, 'rejected'::text, 'voided'::text, 'merged'::text]));

CREATE INDEX cases_merged_into ON public.cases USING btree (county, merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX cases_next_look ON public.cases USING btree (county, next_look_at) WHERE (next_look_at IS NOT NULL);

CREATE INDEX cases_open_cell ON public.cases USING btree (county, cell) WHERE (state = ANY (ARRAY['reported'::text, 'accepted'::text, 'assigned'::text, 'handling'::text, 'handled'::text, 'verified'::text, 'answered'::text]));

CREATE INDEX cases_open_desk ON public.cases USING btree (county, desk_path, sort_at, id) WHERE (state = ANY (ARRAY['reported'::text, 'accepted'::text, 'handled'::text, 'verified'::text, 'answered'::text]));

CREATE INDEX cases_open_place ON public.cases USING btree (county, grid_path, sort_at, id) WHERE (state = ANY (ARRAY['reported'::text, 'accepted'::text, 'assigned'::text, 'handling'::text, 'handled'::text, 'verified'::text, 'answered'::text]));

CREATE INDEX cases_open_received ON public.cases USING btree (county, received_at, id) WHERE (state = ANY (ARRAY['reported'::text, 'accepted'::text, 'assigned'::text, 'handling'::text, 'handled'::text, 'verified'::text, 'answered'::text]));

CREATE INDEX cases_open_reporter ON public.cases USING btree (county, reported_by, sort_at, id) WHERE (state = ANY (ARRAY['reported'::text, 'accepted'::text, 'assigned'::text, 'handling'::text, 'handled'::text, 'verified'::text, 'answered'::text]));

CREATE INDEX cases_open_sort ON public.cases USING btree (county, sort_at, id) WHERE (state = ANY (ARRAY['reported'::text, 'accepted'::text, 'assigned'::text, 'handling'::text, 'handled'::text, 'verified'::text, 'answered'::text]));

CREATE INDEX cases_open_unit ON public.cases USING btree (county, lead_unit, sort_at, id) WHERE (state = ANY (ARRAY['reported'::text, 'accepted'::text, 'assigned'::text, 'handling'::text, 'handled'::text, 'verified'::text, 'answered'::text]));

CREATE INDEX cases_place_received ON public.cases USING btree (county, grid_path, received_at, id) WHERE (state = ANY (ARRAY['closed'::text, 'followed_up'::text, 'archived'::text, 'rejected'::text, 'voided'::text, 'merged'::text]));

CREATE INDEX cases_plate_up ON public.cases USING btree (county, received_at, id) WHERE ((plate <> 'none'::text) AND (state = ANY (ARRAY['reported'::text, 'accepted'::text, 'assigned'::text, 'handling'::text, 'handled'::text, 'verified'::text, 'answered'::text])));

CREATE INDEX cases_provisional ON public.cases USING btree (county, id) WHERE provisional;

CREATE INDEX cases_reporter ON public.cases USING btree (county, reported_by, received_at, id);

CREATE INDEX cases_state_received ON public.cases USING btree (county, state, received_at, id) WHERE (state = ANY (ARRAY['closed'::text, 'followed_up'::text, 'rejected'::text, 'voided'::text, 'merged'::text]));

CREATE INDEX cases_unit_received ON public.cases USING btree (county, lead_unit, received_at, id) WHERE (state = ANY (ARRAY['closed'::text, 'followed_up'::text, 'archived'::text, 'rejected'::text, 'voided'::text, 'merged'::text]));

CREATE INDEX cases_unsettled ON public.cases USING btree (county, desk_path, sort_at, id) WHERE ((state = ANY (ARRAY['assigned'::text, 'handling'::text])) AND ((extension = 'asked'::text) OR (suspension = 'asked'::text)));

CREATE INDEX cases_words ON public.cases USING gin (words) WHERE (state = ANY (ARRAY['closed'::text, 'followed_up'::text, 'archived'::text, 'rejected'::text, 'voided'::text, 'merged'::text]));

CREATE INDEX device_failure_first ON public.device_failure USING btree (county, first_failure_at);

CREATE INDEX file_account ON public.file USING btree (county, account, uploaded_at);

CREATE INDEX file_content ON public.file USING btree (county, sha256);

CREATE INDEX job_due ON public.job USING btree (county, due_at) WHERE (failed_at IS NULL);

CREATE UNIQUE INDEX job_once ON public.job USING btree (county, kind, once_key) WHERE (failed_at IS NULL);

CREATE INDEX role_grant_account ON public.role_grant USING btree (county, account_id, valid_from);

CREATE INDEX role_grant_path ON public.role_grant USING btree (county, path, role);

CREATE INDEX session_account ON public.session USING btree (county, account_id, seen_at) WHERE (ended_at IS NULL);

CREATE INDEX session_seen ON public.session USING btree (county, seen_at);

CREATE INDEX staff_handover_member ON public.staff_handover USING btree (county, member_id, at);

CREATE INDEX staff_handover_to_member ON public.staff_handover USING btree (county, to_member_id, at);

CREATE INDEX staff_meeting_held ON public.staff_meeting USING btree (county, held_at, id);

CREATE INDEX staff_member_photo ON public.staff_member USING btree (county, photo_id) WHERE (photo_id IS NOT NULL);

CREATE INDEX staff_record_member ON public.staff_record USING btree (county, member_id, from_on);

CREATE INDEX territory_plan_changed ON public.territory_plan USING btree (county, changed_at, id);

CREATE INDEX territory_plan_due ON public.territory_plan USING btree (county, in_force_on) WHERE (state = 'approved'::text);

CREATE INDEX unit_path ON public.unit USING btree (county, path);

CREATE INDEX work_log_day ON public.work_log USING btree (county, day, id);

CREATE INDEX work_log_member ON public.work_log USING btree (county, member_id, day, id);

ALTER TABLE ONLY public.account_name
    ADD CONSTRAINT account_name_account_fkey FOREIGN KEY (county, account_id) REFERENCES public.account(county, id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_account_fkey FOREIGN KEY (county, account_id) REFERENCES public.account(county, id);

ALTER TABLE ONLY public.calendar_day
    ADD CONSTRAINT calendar_day_year_fkey FOREIGN KEY (county, year, version) REFERENCES public.calendar_year(county, year, version);

ALTER TABLE ONLY public.case_co_unit
    ADD CONSTRAINT case_co_unit_case_fkey FOREIGN KEY (county, case_id) REFERENCES public.cases(county, id);

ALTER TABLE ONLY public.case_export
    ADD CONSTRAINT case_export_account_fkey FOREIGN KEY (county, account) REFERENCES public.account(county, id);

ALTER TABLE ONLY public.case_file
    ADD CONSTRAINT case_file_case_fkey FOREIGN KEY (county, case_id) REFERENCES public.cases(county, id);

ALTER TABLE ONLY public.case_file
    ADD CONSTRAINT case_file_file_fkey FOREIGN KEY (county, file_id) REFERENCES public.file(county, id);

ALTER TABLE ONLY public.case_merge
    ADD CONSTRAINT case_merge_case_fkey FOREIGN KEY (county, case_id) REFERENCES public.cases(county, id);

ALTER TABLE ONLY public.case_merge
    ADD CONSTRAINT case_merge_survivor_fkey FOREIGN KEY (county, survivor_id) REFERENCES public.cases(county, id);

ALTER TABLE ONLY public.case_plate
    ADD CONSTRAINT case_plate_case_fkey FOREIGN KEY (county, case_id) REFERENCES public.cases(county, id);

ALTER TABLE ONLY public.case_reporter
    ADD CONSTRAINT case_reporter_case_fkey FOREIGN KEY (county, case_id) REFERENCES public.cases(county, id);

ALTER TABLE ONLY public.case_session
    ADD CONSTRAINT case_session_case_fkey FOREIGN KEY (county, case_id) REFERENCES public.cases(county, id);

ALTER TABLE ONLY public.case_watch
    ADD CONSTRAINT case_watch_case_fkey FOREIGN KEY (county, case_id) REFERENCES public.cases(county, id);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_merged_into_fkey FOREIGN KEY (county, merged_into) REFERENCES public.cases(county, id);

ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_account_fkey FOREIGN KEY (county, account_id) REFERENCES public.account(county, id);

ALTER TABLE ONLY public.device_failure
    ADD CONSTRAINT device_failure_account_fkey FOREIGN KEY (county, account_id) REFERENCES public.account(county, id);

ALTER TABLE ONLY public.matter_limit
    ADD CONSTRAINT matter_limit_matter_fkey FOREIGN KEY (county, matter_id, version) REFERENCES public.matter(county, id, version);

ALTER TABLE ONLY public.matter_subclass
    ADD CONSTRAINT matter_subclass_class_fkey FOREIGN KEY (county, class_code) REFERENCES public.matter_class(county, code);

ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_subclass_fkey FOREIGN KEY (county, subclass_code) REFERENCES public.matter_subclass(county, code);

ALTER TABLE ONLY public.matter_unit
    ADD CONSTRAINT matter_unit_matter_fkey FOREIGN KEY (county, matter_id, version) REFERENCES public.matter(county, id, version);

ALTER TABLE ONLY public.post_away
    ADD CONSTRAINT post_away_holding_fkey FOREIGN KEY (county, holding_id) REFERENCES public.post_holding(county, id);

ALTER TABLE ONLY public.post_holding
    ADD CONSTRAINT post_holding_member_fkey FOREIGN KEY (county, member_id) REFERENCES public.staff_member(county, id);

ALTER TABLE ONLY public.post_holding
    ADD CONSTRAINT post_holding_post_fkey FOREIGN KEY (county, post_id) REFERENCES public.post(county, id);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_node_fkey FOREIGN KEY (county, node_id) REFERENCES public.territory(county, id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_account_fkey FOREIGN KEY (county, account_id) REFERENCES public.account(county, id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_role_fkey FOREIGN KEY (role, office) REFERENCES public.role(name, office);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_fkey FOREIGN KEY (county, account_id) REFERENCES public.account(county, id);

ALTER TABLE ONLY public.staff_handover
    ADD CONSTRAINT staff_handover_member_fkey FOREIGN KEY (county, member_id) REFERENCES public.staff_member(county, id);

ALTER TABLE ONLY public.staff_handover
    ADD CONSTRAINT staff_handover_to_member_fkey FOREIGN KEY (county, to_member_id) REFERENCES public.staff_member(county, id);

ALTER TABLE ONLY public.staff_meeting
    ADD CONSTRAINT staff_meeting_node_fkey FOREIGN KEY (county, node_id) REFERENCES public.territory(county, id);

ALTER TABLE ONLY public.staff_member
    ADD CONSTRAINT staff_member_account_fkey FOREIGN KEY (county, account_id) REFERENCES public.account(county, id);

ALTER TABLE ONLY public.staff_member
    ADD CONSTRAINT staff_member_photo_fkey FOREIGN KEY (county, photo_id) REFERENCES public.file(county, id);

ALTER TABLE ONLY public.staff_record
    ADD CONSTRAINT staff_record_member_fkey FOREIGN KEY (county, member_id, path) REFERENCES public.staff_member(county, id, path);

ALTER TABLE ONLY public.staff_record_past
    ADD CONSTRAINT staff_record_past_record_fkey FOREIGN KEY (county, id) REFERENCES public.staff_record(county, id);

ALTER TABLE ONLY public.staff_record
    ADD CONSTRAINT staff_record_post_fkey FOREIGN KEY (county, post_id) REFERENCES public.post(county, id);

ALTER TABLE ONLY public.territory
    ADD CONSTRAINT territory_parent_fkey FOREIGN KEY (county, parent_id) REFERENCES public.territory(county, id);

ALTER TABLE ONLY public.territory_past
    ADD CONSTRAINT territory_past_node_fkey FOREIGN KEY (county, id) REFERENCES public.territory(county, id);

ALTER TABLE ONLY public.territory_plan_change
    ADD CONSTRAINT territory_plan_change_plan_fkey FOREIGN KEY (county, plan_id) REFERENCES public.territory_plan(county, id);

ALTER TABLE ONLY public.territory_plan
    ADD CONSTRAINT territory_plan_node_fkey FOREIGN KEY (county, node_id) REFERENCES public.territory(county, id);

ALTER TABLE ONLY public.territory_plan_step
    ADD CONSTRAINT territory_plan_step_plan_fkey FOREIGN KEY (county, plan_id) REFERENCES public.territory_plan(county, id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_node_fkey FOREIGN KEY (county, node_id) REFERENCES public.territory(county, id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_parent_fkey FOREIGN KEY (county, parent_id) REFERENCES public.unit(county, id);

ALTER TABLE ONLY public.work_log
    ADD CONSTRAINT work_log_member_fkey FOREIGN KEY (county, member_id) REFERENCES public.staff_member(county, id);

ALTER TABLE ONLY public.work_log
    ADD CONSTRAINT work_log_node_fkey FOREIGN KEY (county, node_id) REFERENCES public.territory(county, id);

ALTER TABLE public.access_version ENABLE ROW LEVEL SECURITY;

CREATE POLICY access_version_all ON public.access_version USING ((county = public.jingwei_county()));

ALTER TABLE public.account ENABLE ROW LEVEL SECURITY;

CREATE POLICY account_insert ON public.account FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'accounts'::text) AND public.jingwei_in_paths(path)));

ALTER TABLE public.account_name ENABLE ROW LEVEL SECURITY;

CREATE POLICY account_name_insert ON public.account_name FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'accounts'::text) AND (EXISTS ( SELECT 1
   FROM public.account
  WHERE ((account.county = account_name.county) AND (account.id = account_name.account_id) AND public.jingwei_in_paths(account.path))
 OFFSET 0))));

CREATE POLICY account_name_select ON public.account_name FOR SELECT USING (((county = public.jingwei_county()) AND ((public.jingwei_account() IS NOT NULL) OR (public.jingwei_duty() = 'credential'::text) OR public.jingwei_in_paths(county))));

CREATE POLICY account_name_update ON public.account_name FOR UPDATE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'accounts'::text) AND (EXISTS ( SELECT 1
   FROM public.account
  WHERE ((account.county = account_name.county) AND (account.id = account_name.account_id) AND public.jingwei_in_paths(account.path))
 OFFSET 0))));

CREATE POLICY account_select ON public.account FOR SELECT USING (((county = public.jingwei_county()) AND ((id = public.jingwei_account()) OR (public.jingwei_duty() = 'credential'::text) OR ((public.jingwei_duty() = ANY (ARRAY['accounts'::text, 'grants'::text, 'audit'::text])) AND public.jingwei_in_paths(path)))));

CREATE POLICY account_update ON public.account FOR UPDATE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'accounts'::text) AND public.jingwei_in_paths(path)));

ALTER TABLE public.api_token ENABLE ROW LEVEL SECURITY;

CREATE POLICY api_token_insert ON public.api_token FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (account_id = public.jingwei_account())));

CREATE POLICY api_token_select ON public.api_token FOR SELECT USING (((county = public.jingwei_county()) AND ((account_id = public.jingwei_account()) OR (public.jingwei_duty() = 'credential'::text) OR ((public.jingwei_duty() = 'accounts'::text) AND (EXISTS ( SELECT 1
   FROM public.account
  WHERE ((account.county = api_token.county) AND (account.id = api_token.account_id) AND public.jingwei_in_paths(account.path))
 OFFSET 0))))));

CREATE POLICY api_token_update ON public.api_token FOR UPDATE USING (((county = public.jingwei_county()) AND ((account_id = public.jingwei_account()) OR (public.jingwei_duty() = 'credential'::text) OR ((public.jingwei_duty() = 'accounts'::text) AND (EXISTS ( SELECT 1
   FROM public.account
  WHERE ((account.county = api_token.county) AND (account.id = api_token.account_id) AND public.jingwei_in_paths(account.path))
 OFFSET 0))))));

ALTER TABLE public.audit_entry ENABLE ROW LEVEL SECURITY;

CREATE POLICY audit_entry_insert ON public.audit_entry FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_acts(account_id) OR (public.jingwei_duty() = 'credential'::text))));

CREATE POLICY audit_entry_select ON public.audit_entry FOR SELECT USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = ANY (ARRAY['audit'::text, 'seal'::text])) AND public.jingwei_in_paths(county)));

ALTER TABLE public.audit_pending ENABLE ROW LEVEL SECURITY;

CREATE POLICY audit_pending_delete ON public.audit_pending FOR DELETE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'seal'::text) AND public.jingwei_in_paths(county)));

CREATE POLICY audit_pending_insert ON public.audit_pending FOR INSERT WITH CHECK ((county = public.jingwei_county()));

CREATE POLICY audit_pending_select ON public.audit_pending FOR SELECT USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = ANY (ARRAY['audit'::text, 'seal'::text])) AND public.jingwei_in_paths(county)));

ALTER TABLE public.audit_seal ENABLE ROW LEVEL SECURITY;

CREATE POLICY audit_seal_insert ON public.audit_seal FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'seal'::text) AND public.jingwei_in_paths(county)));

CREATE POLICY audit_seal_select ON public.audit_seal FOR SELECT USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = ANY (ARRAY['audit'::text, 'seal'::text])) AND public.jingwei_in_paths(county)));

ALTER TABLE public.base_map ENABLE ROW LEVEL SECURITY;

CREATE POLICY base_map_insert ON public.base_map FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY base_map_select ON public.base_map FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY base_map_update ON public.base_map FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

ALTER TABLE public.calendar_day ENABLE ROW LEVEL SECURITY;

CREATE POLICY calendar_day_insert ON public.calendar_day FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY calendar_day_select ON public.calendar_day FOR SELECT USING ((county = public.jingwei_county()));

ALTER TABLE public.calendar_setting ENABLE ROW LEVEL SECURITY;

CREATE POLICY calendar_setting_insert ON public.calendar_setting FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY calendar_setting_select ON public.calendar_setting FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY calendar_setting_update ON public.calendar_setting FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

ALTER TABLE public.calendar_year ENABLE ROW LEVEL SECURITY;

CREATE POLICY calendar_year_insert ON public.calendar_year FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY calendar_year_select ON public.calendar_year FOR SELECT USING ((county = public.jingwei_county()));

ALTER TABLE public.case_co_unit ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_co_unit_insert ON public.case_co_unit FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.cases
  WHERE ((cases.county = case_co_unit.county) AND (cases.id = case_co_unit.case_id))
 OFFSET 0))));

CREATE POLICY case_co_unit_select ON public.case_co_unit FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY case_co_unit_update ON public.case_co_unit FOR UPDATE USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.cases
  WHERE ((cases.county = case_co_unit.county) AND (cases.id = case_co_unit.case_id))
 OFFSET 0))));

ALTER TABLE public.case_export ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_export_old_delete ON public.case_export FOR DELETE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'exports'::text)));

CREATE POLICY case_export_old_select ON public.case_export FOR SELECT USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'exports'::text)));

CREATE POLICY case_export_old_update ON public.case_export FOR UPDATE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'exports'::text)));

CREATE POLICY case_export_own ON public.case_export USING (((county = public.jingwei_county()) AND (account = public.jingwei_account())));

ALTER TABLE public.case_file ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_file_insert ON public.case_file FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.file
  WHERE ((file.county = case_file.county) AND (file.id = case_file.file_id) AND (file.account = public.jingwei_account()))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.cases
  WHERE ((cases.county = case_file.county) AND (cases.id = case_file.case_id))
 OFFSET 0))));

CREATE POLICY case_file_select ON public.case_file FOR SELECT USING ((county = public.jingwei_county()));

ALTER TABLE public.case_merge ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_merge_insert ON public.case_merge FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.cases
  WHERE ((cases.county = case_merge.county) AND (cases.id = case_merge.case_id))
 OFFSET 0))));

CREATE POLICY case_merge_select ON public.case_merge FOR SELECT USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.cases
  WHERE ((cases.county = case_merge.county) AND (cases.id = case_merge.case_id))
 OFFSET 0))));

ALTER TABLE public.case_number ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_number_of_county ON public.case_number USING ((county = public.jingwei_county()));

ALTER TABLE public.case_plate ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_plate_of_case ON public.case_plate USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.cases
  WHERE ((cases.county = case_plate.county) AND (cases.id = case_plate.case_id))
 OFFSET 0))));

ALTER TABLE public.case_reporter ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_reporter_insert ON public.case_reporter FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.cases
  WHERE ((cases.county = case_reporter.county) AND (cases.id = case_reporter.case_id))
 OFFSET 0))));

CREATE POLICY case_reporter_select ON public.case_reporter FOR SELECT USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.cases
  WHERE ((cases.county = case_reporter.county) AND (cases.id = case_reporter.case_id))
 OFFSET 0))));

ALTER TABLE public.case_session ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_session_of_case ON public.case_session USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.cases
  WHERE ((cases.county = case_session.county) AND (cases.id = case_session.case_id))
 OFFSET 0))));

ALTER TABLE public.case_setting ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_setting_insert ON public.case_setting FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY case_setting_select ON public.case_setting FOR SELECT USING ((county = public.jingwei_county()));

ALTER TABLE public.case_step ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_step_insert ON public.case_step FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_acts(account) AND (EXISTS ( SELECT
   FROM public.cases
  WHERE ((cases.county = case_step.county) AND (cases.id = case_step.case_id))
 OFFSET 0))));

CREATE POLICY case_step_select ON public.case_step FOR SELECT USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.cases
  WHERE ((cases.county = case_step.county) AND (cases.id = case_step.case_id))
 OFFSET 0))));

ALTER TABLE public.case_watch ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_watch_of_account ON public.case_watch USING (((county = public.jingwei_county()) AND (account = public.jingwei_account())));

ALTER TABLE public.cases ENABLE ROW LEVEL SECURITY;

CREATE POLICY cases_insert ON public.cases FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_acts(reported_by)));

CREATE POLICY cases_select ON public.cases FOR SELECT USING (((county = public.jingwei_county()) AND ((reported_by = public.jingwei_account()) OR (lead_unit = ANY (public.jingwei_units())) OR (public.jingwei_in_paths(grid_path) AND ((NOT confidential) OR public.jingwei_secrets())) OR ((NOT confidential) AND (helping && public.jingwei_units())))));

CREATE POLICY cases_update ON public.cases FOR UPDATE USING (((county = public.jingwei_county()) AND ((reported_by = public.jingwei_account()) OR (lead_unit = ANY (public.jingwei_units())) OR (public.jingwei_in_paths(grid_path) AND ((NOT confidential) OR public.jingwei_secrets())) OR ((NOT confidential) AND (helping && public.jingwei_units()))))) WITH CHECK ((county = public.jingwei_county()));

ALTER TABLE public.credential ENABLE ROW LEVEL SECURITY;

CREATE POLICY credential_all ON public.credential USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'credential'::text)));

CREATE POLICY credential_insert ON public.credential FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'accounts'::text) AND (EXISTS ( SELECT 1
   FROM public.account
  WHERE ((account.county = credential.county) AND (account.id = credential.account_id) AND public.jingwei_in_paths(account.path))
 OFFSET 0))));

ALTER TABLE public.device_failure ENABLE ROW LEVEL SECURITY;

CREATE POLICY device_failure_all ON public.device_failure USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'credential'::text)));

ALTER TABLE public.file ENABLE ROW LEVEL SECURITY;

CREATE POLICY file_insert ON public.file FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (account = public.jingwei_account())));

CREATE POLICY file_of_case ON public.file FOR SELECT USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM (public.case_file
     JOIN public.cases ON (((cases.county = case_file.county) AND (cases.id = case_file.case_id))))
  WHERE ((case_file.county = file.county) AND (case_file.file_id = file.id))
 OFFSET 0))));

CREATE POLICY file_of_staff ON public.file FOR SELECT USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.staff_member
  WHERE ((staff_member.county = file.county) AND (staff_member.photo_id = file.id))
 OFFSET 0))));

CREATE POLICY file_of_uploader ON public.file FOR SELECT USING (((county = public.jingwei_county()) AND (account = public.jingwei_account())));

CREATE POLICY file_orphans_delete ON public.file FOR DELETE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'orphans'::text)));

CREATE POLICY file_orphans_select ON public.file FOR SELECT USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'orphans'::text)));

ALTER TABLE public.job ENABLE ROW LEVEL SECURITY;

CREATE POLICY job_delete ON public.job FOR DELETE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY job_insert ON public.job FOR INSERT WITH CHECK ((county = public.jingwei_county()));

CREATE POLICY job_select ON public.job FOR SELECT USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY job_update ON public.job FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

ALTER TABLE public.map_tile ENABLE ROW LEVEL SECURITY;

CREATE POLICY map_tile_delete ON public.map_tile FOR DELETE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY map_tile_insert ON public.map_tile FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY map_tile_select ON public.map_tile FOR SELECT USING ((county = public.jingwei_county()));

ALTER TABLE public.map_tile_set ENABLE ROW LEVEL SECURITY;

CREATE POLICY map_tile_set_insert ON public.map_tile_set FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY map_tile_set_select ON public.map_tile_set FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY map_tile_set_update ON public.map_tile_set FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

ALTER TABLE public.matter ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.matter_catalogue ENABLE ROW LEVEL SECURITY;

CREATE POLICY matter_catalogue_insert ON public.matter_catalogue FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY matter_catalogue_select ON public.matter_catalogue FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY matter_catalogue_update ON public.matter_catalogue FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

ALTER TABLE public.matter_class ENABLE ROW LEVEL SECURITY;

CREATE POLICY matter_class_insert ON public.matter_class FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY matter_class_select ON public.matter_class FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY matter_class_update ON public.matter_class FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY matter_insert ON public.matter FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

ALTER TABLE public.matter_limit ENABLE ROW LEVEL SECURITY;

CREATE POLICY matter_limit_insert ON public.matter_limit FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY matter_limit_select ON public.matter_limit FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY matter_select ON public.matter FOR SELECT USING ((county = public.jingwei_county()));

ALTER TABLE public.matter_subclass ENABLE ROW LEVEL SECURITY;

CREATE POLICY matter_subclass_insert ON public.matter_subclass FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY matter_subclass_select ON public.matter_subclass FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY matter_subclass_update ON public.matter_subclass FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

ALTER TABLE public.matter_unit ENABLE ROW LEVEL SECURITY;

CREATE POLICY matter_unit_insert ON public.matter_unit FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY matter_unit_select ON public.matter_unit FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY matter_update ON public.matter FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

ALTER TABLE public.post ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.post_away ENABLE ROW LEVEL SECURITY;

CREATE POLICY post_away_delete ON public.post_away FOR DELETE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY post_away_delete_own ON public.post_away FOR DELETE USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM (public.post_holding
     JOIN public.staff_member ON (((staff_member.county = post_holding.county) AND (staff_member.id = post_holding.member_id))))
  WHERE ((post_holding.county = post_away.county) AND (post_holding.id = post_away.holding_id) AND (post_holding.path = post_away.path) AND (staff_member.account_id = public.jingwei_account()))
 OFFSET 0))));

CREATE POLICY post_away_insert ON public.post_away FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY post_away_insert_own ON public.post_away FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM (public.post_holding
     JOIN public.staff_member ON (((staff_member.county = post_holding.county) AND (staff_member.id = post_holding.member_id))))
  WHERE ((post_holding.county = post_away.county) AND (post_holding.id = post_away.holding_id) AND (post_holding.path = post_away.path) AND (staff_member.account_id = public.jingwei_account()))
 OFFSET 0))));

CREATE POLICY post_away_select ON public.post_away FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY post_away_update ON public.post_away FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY post_away_update_own ON public.post_away FOR UPDATE USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM (public.post_holding
     JOIN public.staff_member ON (((staff_member.county = post_holding.county) AND (staff_member.id = post_holding.member_id))))
  WHERE ((post_holding.county = post_away.county) AND (post_holding.id = post_away.holding_id) AND (post_holding.path = post_away.path) AND (staff_member.account_id = public.jingwei_account()))
 OFFSET 0))));

ALTER TABLE public.post_holding ENABLE ROW LEVEL SECURITY;

CREATE POLICY post_holding_insert ON public.post_holding FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY post_holding_select ON public.post_holding FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY post_holding_update ON public.post_holding FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY post_insert ON public.post FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY post_select ON public.post FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY post_update ON public.post FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

ALTER TABLE public.role_grant ENABLE ROW LEVEL SECURITY;

CREATE POLICY role_grant_insert ON public.role_grant FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'grants'::text) AND (account_id IS DISTINCT FROM public.jingwei_account()) AND (NOT (granted_by IS DISTINCT FROM public.jingwei_account())) AND public.jingwei_in_paths(COALESCE(path, county))));

CREATE POLICY role_grant_select ON public.role_grant FOR SELECT USING (((county = public.jingwei_county()) AND ((account_id = public.jingwei_account()) OR (public.jingwei_duty() = 'credential'::text) OR ((public.jingwei_duty() = ANY (ARRAY['grants'::text, 'audit'::text])) AND public.jingwei_in_paths(COALESCE(path, county))))));

CREATE POLICY role_grant_update ON public.role_grant FOR UPDATE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'grants'::text) AND (account_id IS DISTINCT FROM public.jingwei_account()) AND public.jingwei_in_paths(COALESCE(path, county))));

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

CREATE POLICY session_delete ON public.session FOR DELETE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'credential'::text)));

CREATE POLICY session_insert ON public.session FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'credential'::text)));

CREATE POLICY session_select ON public.session FOR SELECT USING (((county = public.jingwei_county()) AND ((account_id = public.jingwei_account()) OR (public.jingwei_duty() = 'credential'::text) OR ((public.jingwei_duty() = 'accounts'::text) AND (EXISTS ( SELECT 1
   FROM public.account
  WHERE ((account.county = session.county) AND (account.id = session.account_id) AND public.jingwei_in_paths(account.path))
 OFFSET 0))))));

CREATE POLICY session_update ON public.session FOR UPDATE USING (((county = public.jingwei_county()) AND ((account_id = public.jingwei_account()) OR (public.jingwei_duty() = 'credential'::text) OR ((public.jingwei_duty() = 'accounts'::text) AND (EXISTS ( SELECT 1
   FROM public.account
  WHERE ((account.county = session.county) AND (account.id = session.account_id) AND public.jingwei_in_paths(account.path))
 OFFSET 0))))));

ALTER TABLE public.snapshot_version ENABLE ROW LEVEL SECURITY;

CREATE POLICY snapshot_version_all ON public.snapshot_version USING ((county = public.jingwei_county()));

ALTER TABLE public.staff_handover ENABLE ROW LEVEL SECURITY;

CREATE POLICY staff_handover_insert ON public.staff_handover FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_record'::text) AND public.jingwei_in_paths(path) AND (NOT (written_by IS DISTINCT FROM public.jingwei_account()))));

CREATE POLICY staff_handover_select ON public.staff_handover FOR SELECT USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_record'::text) AND public.jingwei_in_paths(path)));

ALTER TABLE public.staff_meeting ENABLE ROW LEVEL SECURITY;

CREATE POLICY staff_meeting_delete ON public.staff_meeting FOR DELETE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_meeting'::text) AND public.jingwei_in_paths(path)));

CREATE POLICY staff_meeting_insert ON public.staff_meeting FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_meeting'::text) AND public.jingwei_in_paths(path) AND (NOT (written_by IS DISTINCT FROM public.jingwei_account()))));

CREATE POLICY staff_meeting_select ON public.staff_meeting FOR SELECT USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_meeting'::text) AND public.jingwei_in_paths(path)));

CREATE POLICY staff_meeting_select_own ON public.staff_meeting FOR SELECT USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.staff_member
  WHERE ((staff_member.county = staff_meeting.county) AND (staff_member.account_id = public.jingwei_account()) AND ((staff_member.id = ANY (staff_meeting.present)) OR (staff_member.id = ANY (staff_meeting.excused))))
 OFFSET 0))));

CREATE POLICY staff_meeting_update ON public.staff_meeting FOR UPDATE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_meeting'::text) AND public.jingwei_in_paths(path)));

ALTER TABLE public.staff_member ENABLE ROW LEVEL SECURITY;

CREATE POLICY staff_member_insert ON public.staff_member FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY staff_member_select ON public.staff_member FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY staff_member_update ON public.staff_member FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

ALTER TABLE public.staff_record ENABLE ROW LEVEL SECURITY;

CREATE POLICY staff_record_insert ON public.staff_record FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_record'::text) AND public.jingwei_in_paths(path) AND (NOT (written_by IS DISTINCT FROM public.jingwei_account()))));

ALTER TABLE public.staff_record_past ENABLE ROW LEVEL SECURITY;

CREATE POLICY staff_record_past_insert ON public.staff_record_past FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_record'::text) AND public.jingwei_in_paths(path)));

CREATE POLICY staff_record_past_select ON public.staff_record_past FOR SELECT USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_record'::text) AND public.jingwei_in_paths(path)));

CREATE POLICY staff_record_select ON public.staff_record FOR SELECT USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_record'::text) AND public.jingwei_in_paths(path)));

CREATE POLICY staff_record_select_own ON public.staff_record FOR SELECT USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.staff_member
  WHERE ((staff_member.county = staff_record.county) AND (staff_member.id = staff_record.member_id) AND (staff_member.account_id = public.jingwei_account()))
 OFFSET 0))));

CREATE POLICY staff_record_update ON public.staff_record FOR UPDATE USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'staff_record'::text) AND public.jingwei_in_paths(path)));

ALTER TABLE public.staff_setting ENABLE ROW LEVEL SECURITY;

CREATE POLICY staff_setting_insert ON public.staff_setting FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY staff_setting_select ON public.staff_setting FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY staff_setting_update ON public.staff_setting FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

ALTER TABLE public.territory ENABLE ROW LEVEL SECURITY;

CREATE POLICY territory_insert ON public.territory FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

ALTER TABLE public.territory_past ENABLE ROW LEVEL SECURITY;

CREATE POLICY territory_past_insert ON public.territory_past FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY territory_past_select ON public.territory_past FOR SELECT USING ((county = public.jingwei_county()));

ALTER TABLE public.territory_plan ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.territory_plan_change ENABLE ROW LEVEL SECURITY;

CREATE POLICY territory_plan_change_all ON public.territory_plan_change USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.territory_plan plan
  WHERE ((plan.county = territory_plan_change.county) AND (plan.id = territory_plan_change.plan_id))
 OFFSET 0))));

CREATE POLICY territory_plan_insert ON public.territory_plan FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY territory_plan_select ON public.territory_plan FOR SELECT USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

ALTER TABLE public.territory_plan_step ENABLE ROW LEVEL SECURITY;

CREATE POLICY territory_plan_step_insert ON public.territory_plan_step FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND (NOT (account IS DISTINCT FROM public.jingwei_account())) AND (EXISTS ( SELECT 1
   FROM public.territory_plan plan
  WHERE ((plan.county = territory_plan_step.county) AND (plan.id = territory_plan_step.plan_id))
 OFFSET 0))));

CREATE POLICY territory_plan_step_select ON public.territory_plan_step FOR SELECT USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.territory_plan plan
  WHERE ((plan.county = territory_plan_step.county) AND (plan.id = territory_plan_step.plan_id))
 OFFSET 0))));

CREATE POLICY territory_plan_update ON public.territory_plan FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY territory_select ON public.territory FOR SELECT USING ((county = public.jingwei_county()));

ALTER TABLE public.territory_setting ENABLE ROW LEVEL SECURITY;

CREATE POLICY territory_setting_insert ON public.territory_setting FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY territory_setting_select ON public.territory_setting FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY territory_setting_update ON public.territory_setting FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(county)));

CREATE POLICY territory_update ON public.territory FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

ALTER TABLE public.unit ENABLE ROW LEVEL SECURITY;

CREATE POLICY unit_insert ON public.unit FOR INSERT WITH CHECK (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

CREATE POLICY unit_select ON public.unit FOR SELECT USING ((county = public.jingwei_county()));

CREATE POLICY unit_update ON public.unit FOR UPDATE USING (((county = public.jingwei_county()) AND public.jingwei_in_paths(path)));

ALTER TABLE public.work_log ENABLE ROW LEVEL SECURITY;

CREATE POLICY work_log_own ON public.work_log USING (((county = public.jingwei_county()) AND (EXISTS ( SELECT 1
   FROM public.staff_member
  WHERE ((staff_member.county = work_log.county) AND (staff_member.id = work_log.member_id) AND (staff_member.account_id = public.jingwei_account()))
 OFFSET 0))));

CREATE POLICY work_log_select ON public.work_log FOR SELECT USING (((county = public.jingwei_county()) AND (public.jingwei_duty() = 'work_log'::text) AND public.jingwei_in_paths(path)));

GRANT USAGE ON SCHEMA public TO jingwei_app;
GRANT ALL ON SCHEMA public TO jingwei_owner;

GRANT SELECT,INSERT,UPDATE ON TABLE public.access_version TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.account TO jingwei_app;

GRANT UPDATE(path) ON TABLE public.account TO jingwei_app;

GRANT UPDATE(disabled_at) ON TABLE public.account TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.account_name TO jingwei_app;

GRANT UPDATE(display_name) ON TABLE public.account_name TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.api_token TO jingwei_app;

GRANT UPDATE(revoked_at) ON TABLE public.api_token TO jingwei_app;

GRANT UPDATE(used_at) ON TABLE public.api_token TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.audit_entry TO jingwei_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.audit_pending TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.audit_seal TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.base_map TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.calendar_day TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.calendar_setting TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.calendar_year TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.case_co_unit TO jingwei_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.case_export TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.case_file TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.case_merge TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.case_number TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.case_plate TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.case_reporter TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.case_session TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.case_setting TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.case_step TO jingwei_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.case_watch TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.credential TO jingwei_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.device_failure TO jingwei_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.file TO jingwei_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job TO jingwei_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.map_tile TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.map_tile_set TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.matter TO jingwei_app;

GRANT UPDATE(valid_to) ON TABLE public.matter TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.matter_catalogue TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.matter_class TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.matter_limit TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.matter_subclass TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.matter_unit TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.staff_member TO jingwei_app;

GRANT SELECT ON TABLE public.orphan_file TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.post TO jingwei_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.post_away TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.post_holding TO jingwei_app;

GRANT SELECT ON TABLE public.role TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.role_grant TO jingwei_app;

GRANT UPDATE(valid_to) ON TABLE public.role_grant TO jingwei_app;

GRANT UPDATE(ended_by) ON TABLE public.role_grant TO jingwei_app;

GRANT SELECT ON TABLE public.schema_migration TO jingwei_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.session TO jingwei_app;

GRANT UPDATE(seen_at) ON TABLE public.session TO jingwei_app;

GRANT UPDATE(ended_at) ON TABLE public.session TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.snapshot_version TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.staff_handover TO jingwei_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.staff_meeting TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.staff_record TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.staff_record_past TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.staff_setting TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.territory TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.territory_past TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.territory_plan TO jingwei_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.territory_plan_change TO jingwei_app;

GRANT SELECT,INSERT ON TABLE public.territory_plan_step TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.territory_setting TO jingwei_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.unit TO jingwei_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_log TO jingwei_app;
