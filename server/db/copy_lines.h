#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "db/row.h"

namespace jingwei::db {

/// Rows of one table as COPY … FROM STDIN reads them in its text format.
struct CopyBatch {
    std::string table;
    std::string columns;  ///< "\"county\", \"id\""
    std::string lines;
};

namespace detail {

/// Escapes what COPY would misread in out[from…].
void escape_copy_cell(std::string& out, std::size_t from);

template <class Cell>
void append_copy_cell(std::string& out, const Cell& cell) {
    if constexpr (Nullable<Cell>::value) {
        if (!cell) {
            out += "\\N";
            return;
        }
        append_copy_cell(out, *cell);
    } else {
        const std::size_t from = out.size();
        Codec<Cell>::write(out, cell);
        escape_copy_cell(out, from);
    }
}

template <class Part>
void append_copy_cells(std::string& out, const Part& part) {
    boost::mp11::mp_for_each<RowMembers<Part>>([&](auto member) {
        append_copy_cell(out, part.*member.pointer);
        out += '\t';
    });
}

template <class Part>
void append_copy_columns(std::string& out) {
    boost::mp11::mp_for_each<RowMembers<Part>>([&](auto member) {
        if (!out.empty()) out += ", ";
        out += '"';
        out += member.name;
        out += '"';
    });
}

}  // namespace detail

/// One line: the members of each described part one after the other, named as the columns.
template <Described... Parts>
void append_copy_line(std::string& out, const Parts&... parts) {
    (detail::append_copy_cells(out, parts), ...);
    out.back() = '\n';
}

/// Collects lines of one table whose columns are the members of the parts. So a column that is
/// added to a struct is in the next COPY without anybody listing it again.
template <Described... Parts>
class CopyLines {
public:
    explicit CopyLines(std::string table) : batch_{std::move(table), {}, {}} {
        (detail::append_copy_columns<Parts>(batch_.columns), ...);
    }

    void add(const Parts&... parts) { append_copy_line(batch_.lines, parts...); }
    /// Lines that append_copy_line() made of the same parts.
    void add_lines(std::string_view lines) { batch_.lines += lines; }
    std::size_t bytes() const { return batch_.lines.size(); }

    /// What was added since the last time.
    CopyBatch take() {
        CopyBatch taken = batch_;
        batch_.lines.clear();
        return taken;
    }

private:
    CopyBatch batch_;
};

}  // namespace jingwei::db
