#pragma once

#include <span>
#include <string_view>

/// What cmake/embed_scripts.cmake makes of db/migrations and db/setup.
namespace jingwei::db::embedded {

struct Script {
    std::string_view name;  ///< of the file, without ".sql"
    std::string_view text;
};

std::span<const Script> migrations();
std::span<const Script> set_up_scripts();

}  // namespace jingwei::db::embedded
