#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "core/id.h"
#include "core/text_type.h"
#include "files/vault.h"

namespace jingwei {
struct File;  // names Id<File>
}  // namespace jingwei

namespace jingwei::files {

/// The text fields of POST /api/v1/files; the file itself is the part "file".
struct UploadForm {
    Id<File> id;  ///< UUIDv7 made by the client: the same id again gets the same answer again
};
BOOST_DESCRIBE_STRUCT(UploadForm, (), (id))

/// GET /api/v1/files/{id}?size=thumb
struct FileQuery {
    std::optional<Size> size;  ///< full when absent; a document has no thumb
};
BOOST_DESCRIBE_STRUCT(FileQuery, (), (size))

/// A file as screens show it.
struct FileView {
    Id<File> id;
    std::string name;  ///< as the sender called it
    std::string media_type;
    std::int64_t bytes = 0;
    std::optional<std::int32_t> width;  ///< pixels, photos only
    std::optional<std::int32_t> height;
    std::string url;        ///< of the file, for who may see it
    std::string thumb_url;  ///< empty for what is no photo
};
BOOST_DESCRIBE_STRUCT(FileView, (), (id, name, media_type, bytes, width, height, url, thumb_url))

}  // namespace jingwei::files
