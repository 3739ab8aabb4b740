#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "db/session.h"
#include "db/set_up.h"
#include "every_statement.h"
#include "testing/database.h"

namespace jingwei {
namespace {

/// LOCK, NOTIFY and the like can be neither prepared by PREPARE nor planned.
bool has_a_plan(std::string_view text) {
    while (text.starts_with("--"))
        text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
    for (const auto word : {"SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES"}) {
        if (text.starts_with(word)) return true;
    }
    return false;
}

std::string repeated_nulls(const std::string& count) {
    std::string nulls;
    for (int left = std::stoi(count); left > 0; --left)
        nulls += nulls.empty() ? "NULL" : ", NULL";
    return nulls.empty() ? nulls : "(" + nulls + ")";
}

TEST(EveryStatement, fits_the_schema_and_the_rights_of_the_server) {
    testing::Database database;
    db::Session server{database.url(), std::string{db::kServerRole}};
    server.execute("SET plan_cache_mode = force_generic_plan; SET jingwei.county = '371323'");
    for (const auto* statement : every_statement()) {
        if (!has_a_plan(statement->text)) continue;
        const auto name = server.identifier(statement->name);
        try {
            server.execute(fmt::format("PREPARE {} AS {}", name, statement->text));
            const auto parameters = server.value(
                "SELECT cardinality(parameter_types) FROM pg_prepared_statements WHERE name = $1",
                {std::string{statement->name}});
            // Beyond what PREPARE checks, this asks for the privileges and makes the plan.
            server.execute(fmt::format("EXPLAIN EXECUTE {}{}", name, repeated_nulls(parameters)));
        } catch (const std::runtime_error& fault) {
            ADD_FAILURE() << statement->name << ": " << fault.what();
        }
    }
}

TEST(EveryStatement, has_a_name_of_its_own) {
    std::set<std::string_view> names;
    for (const auto* statement : every_statement()) {
        EXPECT_TRUE(names.insert(statement->name).second) << statement->name;
    }
}

}  // namespace
}  // namespace jingwei
