-- A duty alone opened whole tables: a transaction with the duty `audit` read the audit of the county
-- although its account held audit.read nowhere, and one with the duty `accounts` reached sessions,
-- tokens and names of accounts outside its subtree. The services asked for more before they began;
-- now the rows ask as well.

-- The audit is of the whole county, and so is the right to it.
ALTER POLICY audit_entry_select ON audit_entry
    USING (county = jingwei_county() AND jingwei_duty() IN ('audit', 'seal')
           AND jingwei_in_paths(county));
ALTER POLICY audit_pending_select ON audit_pending
    USING (county = jingwei_county() AND jingwei_duty() IN ('audit', 'seal')
           AND jingwei_in_paths(county));
ALTER POLICY audit_pending_delete ON audit_pending
    USING (county = jingwei_county() AND jingwei_duty() = 'seal' AND jingwei_in_paths(county));
ALTER POLICY audit_seal_select ON audit_seal
    USING (county = jingwei_county() AND jingwei_duty() IN ('audit', 'seal')
           AND jingwei_in_paths(county));
ALTER POLICY audit_seal_insert ON audit_seal
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'seal' AND jingwei_in_paths(county));

-- Whoever looks after accounts reaches what hangs on those that they see.
ALTER POLICY account_name_insert ON account_name
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'accounts' AND EXISTS (
        SELECT 1 FROM account
        WHERE account.county = account_name.county AND account.id = account_name.account_id
          AND jingwei_in_paths(account.path) OFFSET 0));
ALTER POLICY account_name_update ON account_name
    USING (county = jingwei_county() AND jingwei_duty() = 'accounts' AND EXISTS (
        SELECT 1 FROM account
        WHERE account.county = account_name.county AND account.id = account_name.account_id
          AND jingwei_in_paths(account.path) OFFSET 0));
ALTER POLICY credential_insert ON credential
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'accounts' AND EXISTS (
        SELECT 1 FROM account
        WHERE account.county = credential.county AND account.id = credential.account_id
          AND jingwei_in_paths(account.path) OFFSET 0));
ALTER POLICY session_select ON session
    USING (county = jingwei_county() AND (account_id = jingwei_account()
           OR jingwei_duty() = 'credential'
           OR (jingwei_duty() = 'accounts' AND EXISTS (
               SELECT 1 FROM account
               WHERE account.county = session.county AND account.id = session.account_id
                 AND jingwei_in_paths(account.path) OFFSET 0))));
ALTER POLICY session_update ON session
    USING (county = jingwei_county() AND (account_id = jingwei_account()
           OR jingwei_duty() = 'credential'
           OR (jingwei_duty() = 'accounts' AND EXISTS (
               SELECT 1 FROM account
               WHERE account.county = session.county AND account.id = session.account_id
                 AND jingwei_in_paths(account.path) OFFSET 0))));
ALTER POLICY api_token_select ON api_token
    USING (county = jingwei_county() AND (account_id = jingwei_account()
           OR jingwei_duty() = 'credential'
           OR (jingwei_duty() = 'accounts' AND EXISTS (
               SELECT 1 FROM account
               WHERE account.county = api_token.county AND account.id = api_token.account_id
                 AND jingwei_in_paths(account.path) OFFSET 0))));
ALTER POLICY api_token_update ON api_token
    USING (county = jingwei_county() AND (account_id = jingwei_account()
           OR jingwei_duty() = 'credential'
           OR (jingwei_duty() = 'accounts' AND EXISTS (
               SELECT 1 FROM account
               WHERE account.county = api_token.county AND account.id = api_token.account_id
                 AND jingwei_in_paths(account.path) OFFSET 0))));
