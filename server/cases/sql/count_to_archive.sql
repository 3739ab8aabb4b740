-- How many cases go to the archive by themselves when that takes $2 days after the follow-up and $3
-- after the closing, at $4. $1 county. Relies on cases_next_look.
SELECT count(*) FROM cases
WHERE county = $1
  AND next_look_at IS NOT NULL
  AND sample <> 'due'
  AND (state = 'followed_up' AND followed_up_at <= $4::timestamptz - make_interval(days => $2)
       OR state = 'closed' AND closed_at <= $4::timestamptz - make_interval(days => $3))
