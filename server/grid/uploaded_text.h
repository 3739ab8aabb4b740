#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "grid/import.h"
#include "http/call.h"
#include "http/request.h"

namespace jingwei::grid {

/// The text of the first file of an upload. Refuses import_file_missing.
Result<std::string> uploaded_text(const std::vector<http::UploadedFile>& files);

/// What an import found, each fault said to whoever has sent the file.
template <class Body>
Result<ImportReport> in_words(Result<ImportReport> report, const http::Call<Body>& call) {
    if (report) {
        for (ImportFault& fault : report->faults)
            fault.message = call.sentence(fault.code);
    }
    return report;
}

}  // namespace jingwei::grid
