#pragma once

#include <span>
#include <string>
#include <string_view>

namespace jingwei::db {

/// One file db/migrations/NNNN_verb_noun.sql, embedded at build. Runs once, in one transaction.
struct Migration {
    int number;
    std::string_view name;  ///< "0001_create_scope_functions"
    std::string_view text;
};

/// All of them, by number.
std::span<const Migration> migrations();

/// SHA-256 of a migration's text, in hex: a landed migration that changed is refused.
std::string checksum(const Migration& migration);

/// The text of db/setup/NAME.sql, embedded as well. Throws std::logic_error without such a file.
std::string_view set_up_script(std::string_view name);

/// One checksum over every migration and set-up script: what a test template was made from.
std::string schema_fingerprint();

}  // namespace jingwei::db
