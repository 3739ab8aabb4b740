#include "http/multipart.h"

#include <boost/algorithm/string/predicate.hpp>

#include "core/outage.h"
#include "core/utf8.h"

namespace jingwei::http {
namespace {

constexpr std::size_t kMaxHeader = 4'096;
constexpr std::size_t kMaxBoundary = 70;  // RFC 2046

Refusal malformed() { return {RefusalKind::kInvalid, "malformed_form"}; }

/// The value of `name="…"` in a Content-Disposition, as browsers write it: a quote inside is %22.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
    const std::string key = "; " + std::string(name) + "=\"";
    const auto at = boost::algorithm::ifind_first(header, key);
    if (at.empty()) return std::nullopt;
    const auto from = static_cast<std::size_t>(at.end() - header.begin());
    const auto to = header.find('"', from);
    if (to == header.npos) return std::nullopt;
    return std::string(header.substr(from, to - from));
}

}  // namespace

std::optional<std::string> MultipartReader::boundary_of(std::string_view content_type) {
    if (!boost::algorithm::istarts_with(content_type, "multipart/form-data")) return std::nullopt;
    const auto at = boost::algorithm::ifind_first(content_type, "boundary=");
    if (at.empty()) return std::nullopt;
    auto value = content_type.substr(static_cast<std::size_t>(at.end() - content_type.begin()));
    value = value.substr(0, value.find(';'));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
    }
    if (value.empty() || value.size() > kMaxBoundary) return std::nullopt;
    return std::string(value);
}

MultipartReader::MultipartReader(std::string boundary, UploadLimits limits,
                                 std::filesystem::path folder)
    : delimiter_("\r\n--" + std::move(boundary)), limits_(limits), folder_(std::move(folder)) {
    buffer_ = "\r\n";  // so that the first boundary looks like all others
}

Result<void> MultipartReader::take(std::string_view piece) {
    buffer_ += piece;
    for (bool more = true; more;) {
        const auto stepped = step();
        if (!stepped) return stepped.error();
        more = *stepped;
    }
    buffer_.erase(0, done_);
    done_ = 0;
    return {};
}

Result<void> MultipartReader::finish() {
    if (state_ != State::kDone) return malformed();
    return {};
}

Result<bool> MultipartReader::step() {
    const std::string_view rest = std::string_view(buffer_).substr(done_);
    switch (state_) {
        case State::kPreamble: {
            const auto at = rest.find(delimiter_);
            if (at == rest.npos) {
                if (rest.size() > kMaxHeader) return malformed();
                return false;
            }
            done_ += at + delimiter_.size();
            state_ = State::kAfterBoundary;
            return true;
        }
        case State::kAfterBoundary:
            if (rest.size() < 2) return false;
            done_ += 2;
            state_ = rest.starts_with("--") ? State::kDone : State::kHeader;
            if (state_ == State::kHeader && !rest.starts_with("\r\n")) return malformed();
            return true;
        case State::kHeader: {
            const auto end = rest.find("\r\n\r\n");
            if (end == rest.npos) {
                if (rest.size() > kMaxHeader) return malformed();
                return false;
            }
            done_ += end + 4;
            return begin_part(rest.substr(0, end));
        }
        case State::kText:
        case State::kFile:
            return take_content();
        case State::kDone:
            done_ = buffer_.size();
            return false;  // the epilogue is ignored
    }
    return malformed();
}

Result<bool> MultipartReader::begin_part(std::string_view header) {
    auto name = parameter(header, "name");
    if (!name || !utf8::length(*name)) return malformed();
    auto file_name = parameter(header, "filename");
    if (!file_name) {
        if (fields_.size() >= kMaxFields) return malformed();
        fields_.emplace_back(std::move(*name), std::string());
        state_ = State::kText;
        return true;
    }
    if (files_.size() >= limits_.files) {
        return Refusal{RefusalKind::kTooLarge,
                       "too_many_files",
                       "/" + *name,
                       {{"max", std::to_string(limits_.files)}}};
    }
    const auto path = folder_ / (Uuid::make(SystemClock().now()).text() + ".upload");
    out_.open(path, std::ios::binary | std::ios::trunc);
    if (!out_) throw Outage("cannot write into the folder for uploads");
    files_.emplace_back(std::move(*name), std::move(*file_name), path);
    state_ = State::kFile;
    return true;
}

Result<bool> MultipartReader::take_content() {
    const std::string_view rest = std::string_view(buffer_).substr(done_);
    const auto end = rest.find(delimiter_);
    if (end == rest.npos) {
        // The tail may be the beginning of a delimiter.
        const std::size_t sure = rest.size() - std::min(rest.size(), delimiter_.size() - 1);
        const auto taken = append_content(rest.substr(0, sure));
        if (!taken) return taken.error();
        done_ += sure;
        return false;
    }
    const auto taken = append_content(rest.substr(0, end));
    if (!taken) return taken.error();
    end_part();
    done_ += end + delimiter_.size();
    state_ = State::kAfterBoundary;
    return true;
}

Result<void> MultipartReader::append_content(std::string_view content) {
    if (state_ == State::kText) {
        std::string& value = fields_.back().second;
        if (value.size() + content.size() > kMaxField) {
            return Refusal{RefusalKind::kTooLarge,
                           "body_too_large",
                           "/" + fields_.back().first,
                           {{"max", std::to_string(kMaxField)}}};
        }
        value += content;
        return {};
    }
    UploadedFile& file = files_.back();
    if (file.size() + content.size() > limits_.file_bytes) {
        return Refusal{RefusalKind::kTooLarge,
                       "upload_too_large",
                       "/" + file.name(),
                       {{"max", std::to_string(limits_.file_bytes)}}};
    }
    file.add_to_size(content.size());
    if (!out_.write(content.data(), static_cast<std::streamsize>(content.size()))) {
        throw Outage("cannot write an upload to disk");
    }
    return {};
}

void MultipartReader::end_part() {
    if (state_ != State::kFile) return;
    out_.close();
    if (out_.fail()) throw Outage("cannot write an upload to disk");
}

}  // namespace jingwei::http
