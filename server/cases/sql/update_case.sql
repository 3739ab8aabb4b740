-- A case that is held, as it is now without a step: the moment at which its timers look again (primary
-- key). Whoever remembers it as it was before finds another revision.
UPDATE cases
SET :moving,
    revision = $revision + 1
WHERE county = $county AND id = $id
