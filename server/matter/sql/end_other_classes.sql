-- Ends the classes that a new catalogue does not hold. $1 county $2 codes kept $3 at;
-- matter_class_pkey
UPDATE matter_class SET valid_to = $3
WHERE county = $1 AND valid_to IS NULL AND valid_from < $3 AND code <> ALL ($2::text[])
