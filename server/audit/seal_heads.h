#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace jingwei::audit {

/// The last seal of a county, as remembered outside the database: without it, nobody would miss
/// seals cut off the end. Any head ever saved is good for ever: that seal must be there.
struct SealHead {
    std::int64_t number = 0;
    std::string root;  ///< 32 octets
};

/// One small file per county in a folder beside the keys.
class SealHeads {
public:
    /// Makes the folder when it is not there.
    explicit SealHeads(std::filesystem::path folder);

    /// Nothing when none was saved. Throws std::runtime_error, naming the file, when it cannot be
    /// understood.
    std::optional<SealHead> read(std::string_view county) const;
    /// Replaces the file in one step; never by an older head.
    void save(std::string_view county, const SealHead& head) const;

private:
    std::filesystem::path file_of(std::string_view county) const;
    std::filesystem::path folder_;
};

}  // namespace jingwei::audit
