#include "core/csv.h"

#include <algorithm>

#include "core/utf8.h"

namespace jingwei::csv {
namespace {

/// Also behind the wide marks, which some spreadsheets take for the narrow ones.
bool would_run(std::string_view cell) {
    for (const std::string_view wide : {"＝", "＋", "－", "＠"})
        if (cell.starts_with(wide)) return true;
    if (cell.empty() || std::string_view("=+-@").find(cell.front()) == std::string_view::npos) {
        return false;
    }
    return !std::all_of(cell.begin() + 1, cell.end(),
                        [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    }

    Result<std::vector<Row>> read() {
        if (text_.size() > kMaxBytes) return refuse("csv_too_large");
        if (!utf8::length(text_)) return not_utf8();
        std::vector<Row> rows;
        while (at_ < text_.size()) {
            if (skip_line_end()) continue;
            Row row{line_, {}};
            do {
                if (row.cells.size() == kMaxColumns) return refuse("csv_too_many_columns");
                const char* fault = cell(row.cells.emplace_back());
                if (fault) return refuse(fault);
                arm(row.cells.back());
            } while (take(','));
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    Refusal refuse(const char* code) const {
        return {RefusalKind::kInvalid, code, "/" + std::to_string(line_)};
    }

    Refusal not_utf8() {
        for (std::size_t from = 0; from < text_.size(); ++line_) {
            const auto end = std::min(text_.find('\n', from), text_.size());
            if (!utf8::length(text_.substr(from, end - from))) break;
            from = end + 1;
        }
        return refuse("csv_not_utf8");
    }

    bool take(char wanted) {
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    bool at_line_end() const {
        return at_ >= text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
    }

    bool skip_line_end() {
        if (!at_line_end()) return false;
        at_ += text_[at_] == '\r' ? 2 : 1;
        ++line_;
        return true;
    }

    /// Null, or the code of what is wrong.
    const char* cell(std::string& into) {
        if (take('"')) return quoted(into);
        const auto begin = at_;
        while (!at_line_end() && text_[at_] != ',') {
            if (text_[at_] == '"') return "csv_quote_stray";
            ++at_;
        }
        into = text_.substr(begin, at_ - begin);
        return nullptr;
    }

    const char* quoted(std::string& into) {
        for (;;) {
            if (at_ >= text_.size()) return "csv_quote_open";
            const char next = text_[at_++];
            if (next == '"' && !take('"')) break;
            if (next == '\n') ++line_;
            into += next;
        }
        const bool ends = at_line_end() || text_[at_] == ',';
        return ends ? nullptr : "csv_quote_stray";
    }

    /// Takes away the quote mark that write_row() put in front of a formula.
    static void arm(std::string& cell) {
        if (cell.starts_with('\'') && would_run(std::string_view(cell).substr(1))) cell.erase(0, 1);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

}  // namespace

Result<std::vector<Row>> read(std::string_view text) { return Reader(text).read(); }

void write_row(const std::vector<std::string>& cells, std::string& out) {
    for (std::size_t place = 0; place < cells.size(); ++place) {
        if (place > 0) out += ',';
        const std::string cell = (would_run(cells[place]) ? "'" : "") + cells[place];
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            out += cell;
            continue;
        }
        out += '"';
        for (const char c : cell) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }
    out += "\r\n";
}

}  // namespace jingwei::csv
