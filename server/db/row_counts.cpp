#include "db/row_counts.h"

namespace jingwei::db {

std::vector<TableRows> row_counts(Session& superuser) {
    const Rows tables = superuser.query(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
        "AND relkind IN ('r', 'p') AND NOT relispartition AND NOT EXISTS (SELECT FROM pg_depend "
        "WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e') "
        "ORDER BY relname");
    std::vector<TableRows> counts;
    for (int row = 0; row < tables.size(); ++row) {
        const std::string table{tables.text(row, 0)};
        const auto rows =
            superuser.value("SELECT count(*) FROM public." + superuser.identifier(table));
        counts.push_back({table, Codec<std::int64_t>::read(rows)});
    }
    return counts;
}

}  // namespace jingwei::db
