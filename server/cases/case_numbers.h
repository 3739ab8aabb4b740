#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/clock.h"

namespace jingwei::db {
class Pool;
}

namespace jingwei::cases {

/// "2026-000042-7": the year in China, a number, and a check digit (ISO/IEC 7064, MOD 11,10) that
/// finds a mistyped digit and nearly every swap. Grows beyond six digits when it must.
std::string case_code(std::int32_t year, std::int64_t number);

/// The year of a code that is given out at that moment.
std::int32_t year_of_code(Time at);

/// True for a text of that form whose check digit holds.
bool is_case_code(std::string_view text);

/// What somebody typed, as a case code: with or without hyphens and spaces. Nothing when it is
/// none.
std::optional<std::string> typed_case_code(std::string_view text);

/// Hands out case codes. Takes numbers from the database a block at a time, in a transaction of its
/// own, so that reports do not wait for each other; numbers of a block left over when the server
/// stops are never used. Thread-safe.
class CaseNumbers {
public:
    static constexpr std::int64_t kBlock = 100;

    explicit CaseNumbers(db::Pool& pool) : pool_(pool) {}

    std::string next(const std::string& county, Time at);

private:
    struct Block {
        std::int64_t next = 0;
        std::int64_t end = 0;  ///< not part of it
    };

    db::Pool& pool_;
    std::mutex mutex_;
    std::map<std::pair<std::string, std::int32_t>, Block> blocks_;
};

}  // namespace jingwei::cases
