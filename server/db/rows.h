#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "db/codec.h"

struct pg_result;

namespace jingwei::db {

/// What one statement answered: libpq's own buffer, read in place. Empty when default-made.
class Rows {
public:
    Rows() = default;
    explicit Rows(pg_result* owned) : result_(owned) {}

    int size() const;
    int columns() const;
    std::string_view column_name(int column) const;
    TypeId column_type(int column) const;
    bool is_null(int row, int column) const;
    std::string_view text(int row, int column) const;
    /// Rows inserted, updated, deleted or selected.
    std::int64_t touched() const;

private:
    struct Clear {
        void operator()(pg_result* result) const;
    };
    std::unique_ptr<pg_result, Clear> result_;
};

}  // namespace jingwei::db
