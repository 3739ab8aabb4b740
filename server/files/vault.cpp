#include "files/vault.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <magic.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <mutex>
#include <sstream>
#include <system_error>
#include <vips/vips8>

#include "core/id.h"
#include "core/waiting.h"

namespace jingwei::files {
namespace {

constexpr std::array<std::string_view, 6> kPhotoTypes{"image/jpeg", "image/png",  "image/webp",
                                                      "image/heic", "image/heif", "image/gif"};
constexpr int kPhotoQuality = 84;
constexpr int kThumbnailQuality = 76;

Refusal refused(RefusalKind kind, const char* code) { return Refusal{kind, code, "/file"}; }

void start_vips() {
    static std::once_flag once;
    std::call_once(once, [] {
        if (VIPS_INIT("jingwei") != 0) throw std::runtime_error("libvips does not start");
        // Requests already run side by side; a photo need not take every core.
        vips_concurrency_set(1);
        vips_cache_set_max(0);
        // Loaders that run untrusted formats through other programs stay shut.
        vips_block_untrusted_set(TRUE);
    });
}

std::string sniff(const std::filesystem::path& file) {
    const std::unique_ptr<magic_set, decltype(&magic_close)> magic{magic_open(MAGIC_MIME_TYPE),
                                                                   &magic_close};
    if (!magic || magic_load(magic.get(), nullptr) != 0)
        throw std::runtime_error("libmagic has no database of types");
    const char* type = magic_file(magic.get(), file.c_str());
    return type ? type : "";
}

bool is_photo_type(std::string_view type) {
    return std::ranges::find(kPhotoTypes, type) != kPhotoTypes.end();
}

std::string sha256_of(const std::string& bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    std::string text;
    for (const auto byte : hash)
        text += fmt::format("{:02x}", byte);
    return text;
}

bool is_hash(std::string_view text) {
    return text.size() == 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string read_whole(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return std::move(out).str();
}

/// Upright, sRGB, at most `side` pixels long, on white where it was transparent, no metadata.
std::string jpeg_of(const std::filesystem::path& file, int side, int quality,
                    std::array<std::int32_t, 2>* size = nullptr) {
    auto image = vips::VImage::thumbnail(file.c_str(), side,
                                         vips::VImage::option()
                                             ->set("height", side)
                                             ->set("size", VIPS_SIZE_DOWN)
                                             ->set("export_profile", "srgb")
                                             ->set("fail_on", VIPS_FAIL_ON_ERROR));
    if (image.has_alpha())
        image = image.flatten(
            vips::VImage::option()->set("background", std::vector<double>{255, 255, 255}));
    if (size) *size = {image.width(), image.height()};
    void* buffer = nullptr;
    std::size_t length = 0;
    image.write_to_buffer(".jpg", &buffer, &length,
                          vips::VImage::option()->set("Q", quality)->set("strip", true));
    const std::unique_ptr<void, decltype(&g_free)> owner{buffer, &g_free};
    return {static_cast<const char*>(buffer), length};
}

void write_all(int file, const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const auto wrote = ::write(file, bytes.data() + done, bytes.size() - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) throw std::system_error(errno, std::generic_category(), "writing a file");
        done += static_cast<std::size_t>(wrote);
    }
    if (::fsync(file) != 0)
        throw std::system_error(errno, std::generic_category(), "syncing a file");
}

/// A place that is free again at the end of its scope.
struct GivenBack {
    explicit GivenBack(std::counting_semaphore<>& places_) : places(places_) {}
    GivenBack(const GivenBack&) = delete;
    GivenBack& operator=(const GivenBack&) = delete;
    ~GivenBack() { places.release(); }
    std::counting_semaphore<>& places;
};

/// A descriptor that is closed at the end of its scope.
struct Descriptor {
    explicit Descriptor(int number_) : number(number_) {
        if (number < 0) throw std::system_error(errno, std::generic_category(), "opening a file");
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(number); }
    int number;
};

}  // namespace

Vault::Vault(std::filesystem::path root, Limits limits)
    : root_(std::move(root)),
      limits_(limits),
      places_(std::make_unique<std::counting_semaphore<>>(limits.photos_at_once)) {
    std::filesystem::create_directories(root_);
}

Result<KeptFile> Vault::keep(const std::filesystem::path& upload) const {
    const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(upload));
    if (bytes == 0) return refused(RefusalKind::kInvalid, "file_empty");
    if (bytes > limits_.most_bytes) return refused(RefusalKind::kTooLarge, "file_too_large");
    const std::string type = sniff(upload);
    if (type == kDocumentType) return keep_document(upload);
    if (is_photo_type(type)) return keep_photo(upload);
    return refused(RefusalKind::kInvalid, "file_type_refused");
}

bool Vault::is_photo(const std::filesystem::path& upload) const {
    return is_photo_type(sniff(upload));
}

Result<KeptFile> Vault::keep_photo(const std::filesystem::path& upload) const {
    const Waiting takes_long;
    if (!places_->try_acquire_for(limits_.longest_wait)) {
        return Refusal{RefusalKind::kUnavailable, "server_busy"};
    }
    const GivenBack place{*places_};
    start_vips();
    try {
        const auto header = vips::VImage::new_from_file(
            upload.c_str(), vips::VImage::option()->set("access", VIPS_ACCESS_SEQUENTIAL));
        if (static_cast<std::int64_t>(header.width()) * header.height() > limits_.most_pixels)
            return refused(RefusalKind::kTooLarge, "file_too_large");
        std::array<std::int32_t, 2> size{};
        const std::string full = jpeg_of(upload, limits_.longest_side, kPhotoQuality, &size);
        const std::string thumb = jpeg_of(upload, limits_.thumbnail_side, kThumbnailQuality);
        KeptFile kept{sha256_of(full), "image/jpeg", static_cast<std::int64_t>(full.size()),
                      size[0], size[1]};
        // The thumbnail first: whoever finds the photo finds both.
        put(thumb, place_of(kept.sha256, Size::kThumb));
        put(full, place_of(kept.sha256, Size::kFull));
        return kept;
    } catch (const vips::VError&) {
        vips_error_clear();
        return refused(RefusalKind::kInvalid, "file_unreadable");
    }
}

KeptFile Vault::keep_document(const std::filesystem::path& upload) const {
    const std::string bytes = read_whole(upload);
    KeptFile kept{sha256_of(bytes), std::string{kDocumentType},
                  static_cast<std::int64_t>(bytes.size()), std::nullopt, std::nullopt};
    put(bytes, place_of(kept.sha256, Size::kFull));
    return kept;
}

std::optional<std::filesystem::path> Vault::find(std::string_view sha256, Size size) const {
    if (!is_hash(sha256)) return std::nullopt;
    auto place = place_of(sha256, size);
    if (!std::filesystem::exists(place)) return std::nullopt;
    return place;
}

bool Vault::holds(const KeptFile& kept) const {
    return find(kept.sha256, Size::kFull) && (!kept.is_photo() || find(kept.sha256, Size::kThumb));
}

void Vault::remove(std::string_view sha256) const {
    if (!is_hash(sha256)) return;
    std::filesystem::remove(place_of(sha256, Size::kFull));
    std::filesystem::remove(place_of(sha256, Size::kThumb));
}

std::filesystem::path Vault::place_of(std::string_view sha256, Size size) const {
    const std::string name{sha256};
    return root_ / name.substr(0, 2) / (size == Size::kThumb ? name + ".thumb" : name);
}

void Vault::put(const std::string& bytes, const std::filesystem::path& place) const {
    if (std::filesystem::exists(place)) return;
    const auto folder = place.parent_path();
    std::filesystem::create_directories(folder);
    const auto aside = folder / (Uuid::make(SystemClock{}.now()).text() + ".part");
    try {
        const Descriptor file{::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640)};
        write_all(file.number, bytes);
        std::filesystem::rename(aside, place);
        const Descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
        ::fsync(directory.number);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(aside, ignored);
        throw;
    }
}

}  // namespace jingwei::files
