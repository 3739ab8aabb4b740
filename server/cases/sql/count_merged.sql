-- One report more ($3 = 1) or less ($3 = -1) lives on in this case. $1 county, $2 case.
UPDATE cases SET merged_reports = merged_reports + $3, revision = revision + 1
WHERE county = $1 AND id = $2
