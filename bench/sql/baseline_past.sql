-- The past cases, as the bare server's table has them.
COPY (SELECT id, code, channel, matter_id, grid_path, lead_unit, state, description, address, lon,
             lat, received_at, dispatched_at, dispatched_at, handled_at, handled_at, closed_at
      FROM cases) TO STDOUT;
