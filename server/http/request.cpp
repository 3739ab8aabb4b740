#include "http/request.h"

#include <boost/beast/core/string.hpp>
#include <system_error>
#include <utility>

namespace jingwei::http {

UploadedFile::UploadedFile(std::string name, std::string file_name, std::filesystem::path path)
    : name_(std::move(name)), file_name_(std::move(file_name)), path_(std::move(path)) {}

UploadedFile::~UploadedFile() {
    if (path_.empty()) return;
    std::error_code ignored;  // moved away by its new owner, most likely
    std::filesystem::remove(path_, ignored);
}

UploadedFile::UploadedFile(UploadedFile&& other) noexcept
    : name_(std::move(other.name_)),
      file_name_(std::move(other.file_name_)),
      path_(std::exchange(other.path_, {})),
      size_(other.size_) {}

UploadedFile& UploadedFile::operator=(UploadedFile&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(file_name_, other.file_name_);
    std::swap(path_, other.path_);
    std::swap(size_, other.size_);
    return *this;
}

std::string_view Request::header(std::string_view name) const {
    for (const auto& header : headers) {
        if (boost::beast::iequals(header.name, name)) return header.value;
    }
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    std::string_view rest = header("cookie");
    while (!rest.empty()) {
        std::string_view pair = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        while (pair.starts_with(' '))
            pair.remove_prefix(1);
        const auto equals = pair.find('=');
        if (equals != pair.npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
    }
    return {};
}

}  // namespace jingwei::http
