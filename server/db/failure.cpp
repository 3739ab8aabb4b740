#include "db/failure.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <array>

#include "db/error.h"

namespace jingwei::db {
namespace {

std::string_view field_of(const pg_result* result, int field) {
    const char* text = PQresultErrorField(result, field);
    return text == nullptr ? std::string_view{} : std::string_view{text};
}

/// Serialization failure, deadlock, and every way in which a server says goodbye. 0A000 in
/// RevalidateCachedQuery: a migration changed a table under a statement prepared before it.
bool is_transient(std::string_view state, std::string_view where) {
    constexpr std::array<std::string_view, 7> kStates{"40001", "40P01", "57P01", "57P02",
                                                      "57P03", "08006", "08003"};
    return std::ranges::find(kStates, state) != kStates.end() ||
           (state == "0A000" && where == "RevalidateCachedQuery");
}

/// Out of disk, memory or connections; cancelled after its limit; a lock not to be had; an I/O
/// error: nobody's bug.
bool is_outage(std::string_view state) {
    return state.starts_with("53") || state.starts_with("57") || state.starts_with("58") ||
           state.starts_with("08") || state.starts_with("55") || state == "25P03" ||
           state.starts_with("XX");
}

bool is_goodbye(std::string_view state) {
    return state.starts_with("57P") || state.starts_with("08");
}

}  // namespace

std::exception_ptr failure_of(const pg_result* result, std::string_view statement,
                              bool during_commit) {
    const auto state = field_of(result, PG_DIAG_SQLSTATE);
    const auto where = field_of(result, PG_DIAG_SOURCE_FUNCTION);
    // The primary message names no row values; the detail does, and stays out of the log.
    const auto message =
        fmt::format("{}: {} ({})", statement, field_of(result, PG_DIAG_MESSAGE_PRIMARY), state);
    if (during_commit && is_goodbye(state)) return std::make_exception_ptr(CommitUnknown{message});
    if (is_transient(state, where)) return std::make_exception_ptr(Transient{message});
    const auto constraint = field_of(result, PG_DIAG_CONSTRAINT_NAME);
    if (state.starts_with("23") && !constraint.empty()) {
        return std::make_exception_ptr(ConstraintViolation{std::string{constraint}, message});
    }
    if (state == "42501" && where == "ExecWithCheckOptions") {
        return std::make_exception_ptr(ScopeViolation{message});
    }
    if (is_outage(state)) return std::make_exception_ptr(Outage{message});
    return std::make_exception_ptr(std::logic_error{message});
}

}  // namespace jingwei::db
