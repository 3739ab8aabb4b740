#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "http/request.h"

namespace jingwei::grid {

/// The text of the first file of an upload. Refuses import_file_missing.
Result<std::string> uploaded_text(const std::vector<http::UploadedFile>& files);

}  // namespace jingwei::grid
