-- A column: $1 county, $2 at most, $4 account.
(SELECT count(*)::integer FROM (
        SELECT id FROM (
            (SELECT id FROM cases WHERE county = $1 AND reported_by = $4 LIMIT $2)
            UNION
            (SELECT cases.id
             FROM case_watch AS watch
             JOIN cases ON cases.county = watch.county AND cases.id = watch.case_id
             WHERE watch.county = $1 AND cases.county = $1 AND watch.account = $4
             LIMIT $2)
        ) AS each_once
        LIMIT $2) AS some_of_it) AS watching
