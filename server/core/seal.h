#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// Secrets at rest: sealing of fields, keyed indexes and keyed digests, all from one key file that
/// is never in the database. docs/adr/0022-keys-outside-the-database.md
namespace jingwei {

/// The master keys of an installation. What they are used for is told apart by a purpose ("totp",
/// "audit"), from which a key of its own is derived: octets of one purpose mean nothing to another.
class KeyRing {
public:
    using KeyId = std::uint32_t;
    static constexpr std::size_t kKeySize = 32;

    /// One line per key, "<number> <64 hexadecimal digits>"; the highest number is the current key,
    /// older ones only open. Throws std::runtime_error naming file, line and remedy; a file that
    /// others than its owner may read is refused.
    static KeyRing load(const std::filesystem::path& file);
    /// The same; where there is no file, makes one with a random key 1, readable by its owner only.
    static KeyRing load_or_create(const std::filesystem::path& file);
    /// `keys` is not empty, and each key has kKeySize octets.
    explicit KeyRing(std::map<KeyId, std::string> keys);

    KeyId current() const { return keys_.rbegin()->first; }

    /// HMAC-SHA-256 of `message` under a key of that purpose: 32 octets. Nothing when the ring has
    /// no key of that number.
    std::optional<std::string> digest(KeyId key, std::string_view purpose,
                                      std::string_view message) const;

    /// AES-256-GCM under the current key with a random nonce. `associated` (say, county and
    /// account) is not stored but must be the same on opening, so a sealed value cannot be moved to
    /// another row. 33 octets longer than `plain`.
    std::string seal(std::string_view purpose, std::string_view plain,
                     std::string_view associated) const;
    /// Nothing when it was sealed by an unknown key, for another purpose or place, or was changed.
    std::optional<std::string> open(std::string_view purpose, std::string_view sealed,
                                    std::string_view associated) const;

private:
    std::optional<std::string> derived(KeyId key, std::string_view purpose) const;

    std::map<KeyId, std::string> keys_;
};

}  // namespace jingwei
