-- A catalogue of one matter in two versions.
INSERT INTO matter_catalogue (county, title, source, limits) VALUES ('371323', '事项清单', '县政府', '[]');
INSERT INTO matter_class (county, code, name_zh, name_en, position, valid_from) VALUES
    ('371323', '08', '城镇建设', 'Town construction', 7, '2024-01-01 00:00+08');
INSERT INTO matter_subclass (county, code, class_code, name_zh, name_en, position, valid_from) VALUES
    ('371323', '0801', '08', '市政设施', 'Municipal works', 0, '2024-01-01 00:00+08');
INSERT INTO matter (county, id, version, code, class_code, subclass_code, name_zh, name_en, guidance_zh, guidance_en, bearing,
                    funding, severity, evidence, grid_may_close, is_public, emergency, keywords, form, valid_from, valid_to) VALUES
    ('371323', '00000000-0000-7000-8000-000000000131', 1, '080101', '08', '0801', '路灯', 'Street lamp', '', '', 'assists', 'department', 'ordinary', 'none', false, true, false, '{路灯}', NULL, '2024-01-01 00:00+08', '2025-01-01 00:00+08'),
    ('371323', '00000000-0000-7000-8000-000000000131', 2, '080101', '08', '0801', '路灯不亮', 'Street lamp out', '看灯号', '', 'assists', 'department', 'minor', 'photo', false, true, false, '{路灯,灯}', '{"type":"object"}', '2025-01-01 00:00+08', NULL);
INSERT INTO matter_unit (county, matter_id, version, position, level, unit, lead) VALUES
    ('371323', '00000000-0000-7000-8000-000000000131', 2, 0, 'town', '公共事务服务中心', true);
INSERT INTO matter_limit (county, matter_id, version, stage, unit, amount, amount_unit) VALUES
    ('371323', '00000000-0000-7000-8000-000000000131', 2, 'handle', '', 5, 'working_days');
