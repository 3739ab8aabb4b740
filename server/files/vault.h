#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

#include "core/result.h"

namespace jingwei::files {

/// Of an upload, before re-encoding.
inline constexpr std::int64_t kMostUploadBytes = 20 * 1024 * 1024;

/// What is kept as it came.
inline constexpr std::string_view kDocumentType = "application/pdf";

/// What the vault takes in.
struct Limits {
    std::int64_t most_bytes = kMostUploadBytes;
    std::int64_t most_pixels = 60 * 1000 * 1000;  ///< against decompression bombs
    int longest_side = 2560;                      ///< of a kept photo, in pixels
    int thumbnail_side = 320;                     ///< of its thumbnail
    std::ptrdiff_t photos_at_once = 4;            ///< each may take some 200 MB for a moment
    std::chrono::milliseconds longest_wait{5'000};
};

/// A file as it is kept: photos re-encoded upright without EXIF, documents byte by byte.
struct KeptFile {
    std::string
        sha256;  ///< of the kept bytes, 64 lower-case hex digits; also its name in the vault
    std::string media_type;  ///< "image/jpeg" or "application/pdf"
    std::int64_t bytes = 0;
    std::optional<std::int32_t> width;  ///< pixels, photos only
    std::optional<std::int32_t> height;

    bool is_photo() const { return width.has_value(); }
};

enum class Size { kFull, kThumb };
BOOST_DESCRIBE_ENUM(Size, kFull, kThumb)

/// A folder of files named by the hash of their content. A file appears whole or not at all
/// (written aside, synced, renamed); equal content is kept once. Thread-safe.
class Vault {
public:
    /// Makes the folder when absent. Throws std::filesystem::filesystem_error when it cannot.
    explicit Vault(std::filesystem::path root, Limits limits = {});

    /// Takes in the file at `upload`, which stays where it is. The type is sniffed from the
    /// content; what the sender called it does not matter. Photos: JPEG, PNG, WebP, HEIC, GIF
    /// (first frame); documents: PDF.
    /// Refusals, all on "/file": file_too_large, file_type_refused, file_unreadable, file_empty;
    /// and server_busy when too many photos are at work already.
    Result<KeptFile> keep(const std::filesystem::path& upload) const;

    /// Whether keep() would take it for a photo: by its first octets, undecoded.
    bool is_photo(const std::filesystem::path& upload) const;

    /// Where a kept file lies; nothing when it was never kept or is not of that size.
    std::optional<std::filesystem::path> find(std::string_view sha256, Size size) const;
    /// Whether all that keep() wrote is there.
    bool holds(const KeptFile& kept) const;

    /// Removes a kept file in each of its sizes; nothing when it is not there. The caller sees to
    /// it that nobody keeps the same content in this moment.
    void remove(std::string_view sha256) const;

private:
    Result<KeptFile> keep_photo(const std::filesystem::path& upload) const;
    KeptFile keep_document(const std::filesystem::path& upload) const;
    std::filesystem::path place_of(std::string_view sha256, Size size) const;
    void put(const std::string& bytes, const std::filesystem::path& place) const;

    std::filesystem::path root_;
    Limits limits_;
    std::unique_ptr<std::counting_semaphore<>> places_;  ///< for photos at work
};

}  // namespace jingwei::files
