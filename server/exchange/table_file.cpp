#include "exchange/table_file.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <fstream>
#include <stdexcept>

#include "core/csv.h"

namespace jingwei::exchange {
namespace {

namespace fs = std::filesystem;
using std::chrono::floor;

constexpr double kColumnWidth = 18;  // characters
constexpr std::size_t kMostOctetsOfXlsxText = 32'767;

/// XML knows no U+FFFE and no U+FFFF: one of them, and no program opens the workbook.
std::string legal_in_xml(std::string text) {
    for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (auto at = text.find(none); at != std::string::npos; at = text.find(none, at))
            text.replace(at, none.size(), "\xEF\xBF\xBD");
    }
    return text;
}

struct WallTime {
    std::chrono::year_month_day day;
    std::chrono::hh_mm_ss<std::chrono::minutes> time;
};

WallTime wall_time(Time time) {
    const auto local = floor<std::chrono::minutes>(china_time(time));
    const auto day = floor<std::chrono::days>(local);
    return {std::chrono::year_month_day{day}, std::chrono::hh_mm_ss{local - day}};
}

std::string text_of(const WallTime& at) {
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", int{at.day.year()},
                       unsigned{at.day.month()}, unsigned{at.day.day()}, at.time.hours().count(),
                       at.time.minutes().count());
}

class CsvFile final : public TableFile {
public:
    CsvFile(const fs::path& path, const std::vector<std::string>& head)
        : path_(path), out_(path, std::ios::binary | std::ios::trunc) {
        std::string line = "\xEF\xBB\xBF";
        csv::write_row(head, line);
        write(line);
    }

    void add(const std::vector<Cell>& row) override {
        std::vector<std::string> cells;
        for (const Cell& cell : row) {
            if (const auto* text = std::get_if<std::string>(&cell)) {
                cells.push_back(*text);
            } else if (const auto* time = std::get_if<Time>(&cell)) {
                cells.push_back(text_of(wall_time(*time)));
            } else {
                cells.emplace_back();
            }
        }
        std::string line;
        csv::write_row(cells, line);
        write(line);
    }

    std::int64_t finish() override {
        out_.close();
        if (!out_) throw std::runtime_error("cannot write " + path_.string());
        return static_cast<std::int64_t>(fs::file_size(path_));
    }

private:
    void write(const std::string& text) {
        out_.write(text.data(), static_cast<std::streamsize>(text.size()));
        if (!out_) throw std::runtime_error("cannot write " + path_.string());
    }

    const fs::path path_;
    std::ofstream out_;
};

class XlsxFile final : public TableFile {
public:
    XlsxFile(const fs::path& path, const std::vector<std::string>& head) : path_(path) {
        std::string folder = path.parent_path().string();
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder.data();
        book_ = workbook_new_opt(path_.c_str(), &options);
        if (book_ == nullptr) throw std::runtime_error("cannot write " + path_.string());
        sheet_ = workbook_add_worksheet(book_, nullptr);
        lxw_format* bold = workbook_add_format(book_);
        format_set_bold(bold);
        moment_ = workbook_add_format(book_);
        format_set_num_format(moment_, "yyyy-mm-dd hh:mm");
        const auto last = static_cast<lxw_col_t>(head.size() - 1);
        worksheet_set_column(sheet_, 0, last, kColumnWidth, nullptr);
        worksheet_freeze_panes(sheet_, 1, 0);
        for (lxw_col_t column = 0; column <= last; ++column)
            worksheet_write_string(sheet_, 0, column, head[column].c_str(), bold);
    }
    ~XlsxFile() override {
        if (book_ != nullptr) (void)workbook_close(book_);
    }

    void add(const std::vector<Cell>& row) override {
        ++row_;
        lxw_col_t column = 0;
        for (const Cell& cell : row) {
            if (const auto* text = std::get_if<std::string>(&cell)) {
                check(text->size() > kMostOctetsOfXlsxText
                          ? LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
                          : worksheet_write_string(sheet_, row_, column,
                                                   legal_in_xml(*text).c_str(), nullptr));
            } else if (const auto* time = std::get_if<Time>(&cell)) {
                check(write(column, wall_time(*time)));
            }
            ++column;
        }
    }

    std::int64_t finish() override {
        check(workbook_close(std::exchange(book_, nullptr)));
        return static_cast<std::int64_t>(fs::file_size(path_));
    }

private:
    lxw_error write(lxw_col_t column, const WallTime& at) {
        lxw_datetime moment{int{at.day.year()},
                            static_cast<int>(unsigned{at.day.month()}),
                            static_cast<int>(unsigned{at.day.day()}),
                            static_cast<int>(at.time.hours().count()),
                            static_cast<int>(at.time.minutes().count()),
                            0};
        return worksheet_write_datetime(sheet_, row_, column, &moment, moment_);
    }

    void check(lxw_error error) const {
        if (error != LXW_NO_ERROR)
            throw std::runtime_error(path_.string() + ": " + lxw_strerror(error));
    }

    const fs::path path_;
    lxw_workbook* book_ = nullptr;    // freed by workbook_close
    lxw_worksheet* sheet_ = nullptr;  // belongs to the book
    lxw_format* moment_ = nullptr;    // belongs to the book
    lxw_row_t row_ = 0;
};

}  // namespace

std::unique_ptr<TableFile> new_table(TableFormat format, const fs::path& path,
                                     const std::vector<std::string>& head) {
    if (format == TableFormat::kCsv) return std::make_unique<CsvFile>(path, head);
    return std::make_unique<XlsxFile>(path, head);
}

}  // namespace jingwei::exchange
