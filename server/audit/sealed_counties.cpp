#include "audit/sealed_counties.h"

#include "audit/statements.h"

namespace jingwei::audit {

std::vector<std::string> sealed_counties(db::Session& superuser) {
    const auto rows = superuser.query(std::string{sql::list_sealed_counties.text});
    std::vector<std::string> counties;
    for (int row = 0; row < rows.size(); ++row)
        counties.emplace_back(rows.text(row, 0));
    return counties;
}

}  // namespace jingwei::audit
