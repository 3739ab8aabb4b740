#pragma once

#include <exception>
#include <string_view>

struct pg_result;

namespace jingwei::db {

/// The exception that an error answer calls for (db/error.h): by SQLSTATE, never by its words.
/// `during_commit`: the answer is to COMMIT itself.
std::exception_ptr failure_of(const pg_result* result, std::string_view statement,
                              bool during_commit);

}  // namespace jingwei::db
