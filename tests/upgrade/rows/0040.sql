-- A photo and a document.
INSERT INTO file (county, id, account, name, sha256, media_type, bytes, width, height, uploaded_at) VALUES
    ('371323', '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000a1', '路灯.jpg', repeat('ab', 32), 'image/jpeg', 12345, 640, 480, '2025-03-01 08:00+08'),
    ('371323', '00000000-0000-7000-8000-0000000000f2', '00000000-0000-7000-8000-0000000000a2', '函.pdf', repeat('cd', 32), 'application/pdf', 6789, NULL, NULL, '2025-03-02 08:00+08');
