-- An entry that is sealed and one that waits.
INSERT INTO audit_entry (county, id, at, account_id, action, subject_kind, subject, purpose, detail, address) VALUES
    ('371323', '00000000-0000-7000-8000-0000000000d1', '2025-03-01 08:00+08', '00000000-0000-7000-8000-0000000000a1', 'session.begin', 'account', 'worker', NULL, '{}', '192.0.2.7'),
    ('371323', '00000000-0000-7000-8000-0000000000d2', '2025-03-01 08:05+08', '00000000-0000-7000-8000-0000000000a2', 'case.read_contact', 'case', '20250001', '回访', '{"field":"phone"}', NULL);
INSERT INTO audit_pending (county, entry_id) VALUES ('371323', '00000000-0000-7000-8000-0000000000d2');
INSERT INTO audit_seal (county, number, sealed_at, key_id, entries, digests, root) VALUES
    ('371323', 1, '2025-03-01 08:00:01+08', 1, '{00000000-0000-7000-8000-0000000000d1}', sha256('entry'), sha256('root'));
