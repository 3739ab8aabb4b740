-- Once per server, as superuser. jingwei_owner owns every table and runs the migrations; jingwei_app
-- is what the server works as: it owns nothing and row-level security holds for it.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jingwei_owner') THEN
        CREATE ROLE jingwei_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jingwei_app') THEN
        CREATE ROLE jingwei_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
END
$$;
