#include "files/files.h"
#include "files/files_store.h"

namespace jingwei::files {

namespace {

struct Upload {
    std::string county;
    Time uploaded_at;
};
BOOST_DESCRIBE_STRUCT(Upload, (), (county, uploaded_at))

}  // namespace

struct FileLines::Lines {
    db::CopyLines<Upload, FileRow> rows{"file"};
};

FileLines::FileLines() : lines_(std::make_unique<Lines>()) {}

FileLines::~FileLines() = default;

void FileLines::add(const std::string& county, Id<Account> account, Id<File> id,
                    std::string_view name, const KeptFile& kept, Time now) {
    lines_->rows.add({county, now}, row_of(id, name, kept, account));
}

db::CopyBatch FileLines::take() { return lines_->rows.take(); }

}  // namespace jingwei::files
