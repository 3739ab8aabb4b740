#include "db/rows.h"

#include <libpq-fe.h>

namespace jingwei::db {

void Rows::Clear::operator()(pg_result* result) const { PQclear(result); }

int Rows::size() const { return result_ ? PQntuples(result_.get()) : 0; }

int Rows::columns() const { return result_ ? PQnfields(result_.get()) : 0; }

std::string_view Rows::column_name(int column) const { return PQfname(result_.get(), column); }

TypeId Rows::column_type(int column) const { return PQftype(result_.get(), column); }

bool Rows::is_null(int row, int column) const {
    return PQgetisnull(result_.get(), row, column) != 0;
}

std::string_view Rows::text(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::int64_t Rows::touched() const {
    if (!result_) return 0;
    const std::string_view count = PQcmdTuples(result_.get());
    return count.empty() ? 0 : Codec<std::int64_t>::read(count);
}

}  // namespace jingwei::db
