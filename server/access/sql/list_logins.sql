-- $1 county; account_path. Row-level security leaves those that may be looked up.
SELECT id AS account, login FROM account WHERE county = $1
