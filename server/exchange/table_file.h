#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/clock.h"
#include "exchange/export_views.h"

namespace jingwei::exchange {

/// A text, a moment, or nothing.
using Cell = std::variant<std::monostate, std::string, Time>;

/// A table that is written to disk row by row, so that its size costs no memory. Not thread-safe.
class TableFile {
public:
    virtual ~TableFile() = default;
    /// As many cells as the head has.
    virtual void add(const std::vector<Cell>& row) = 0;
    /// Nothing is whole before this; its size in octets. Throws std::runtime_error when the disk
    /// is full; the file is then of no use.
    virtual std::int64_t finish() = 0;
};

/// Begins a table at `path`, over what is there. Throws std::runtime_error when it cannot.
std::unique_ptr<TableFile> new_table(TableFormat format, const std::filesystem::path& path,
                                     const std::vector<std::string>& head);

}  // namespace jingwei::exchange
