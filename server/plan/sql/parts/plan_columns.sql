-- The members of Plan (server/plan/plan.h).
id, node_id, path, name, note, state, in_force_on, revision, changed_at, submitted_by, approved_by,
       in_force_at, hindrance
