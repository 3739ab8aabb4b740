#include "grid/uploaded_text.h"

#include <fstream>
#include <sstream>

namespace jingwei::grid {

Result<std::string> uploaded_text(const std::vector<http::UploadedFile>& files) {
    if (files.empty()) return Refusal{RefusalKind::kInvalid, "import_file_missing", "/file"};
    std::ifstream file(files.front().path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

}  // namespace jingwei::grid
