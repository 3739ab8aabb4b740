-- The lists are planned once per connection: their plans follow from their indexes, whatever the
-- reader, and planning four arms anew would take longer than walking them. No parameters.
SELECT set_config('plan_cache_mode', 'force_generic_plan', true)
