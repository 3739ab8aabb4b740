#include "files/contents.h"

#include "files/statements.h"

namespace jingwei::files {

std::vector<std::string> contents(db::Session& superuser) {
    const auto rows = superuser.query(std::string{sql::list_contents.text});
    std::vector<std::string> hashes;
    for (int row = 0; row < rows.size(); ++row)
        hashes.emplace_back(rows.text(row, 0));
    return hashes;
}

}  // namespace jingwei::files
