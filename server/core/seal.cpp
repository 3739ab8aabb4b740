#include "core/seal.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <memory>
#include <stdexcept>

#include "core/octets.h"

namespace jingwei {
namespace {

// version 1 · key number (4, big endian) · nonce · ciphertext · tag
constexpr char kVersion = 1;
constexpr std::size_t kNumberSize = 4;
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kHeadSize = 1 + kNumberSize + kNonceSize;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* in(std::string_view octets) {
    return reinterpret_cast<const unsigned char*>(octets.data());
}

unsigned char* out(std::string& octets) { return reinterpret_cast<unsigned char*>(octets.data()); }

void must(int answer) {
    if (answer != 1) throw std::runtime_error("AES-256-GCM failed in OpenSSL");
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
    std::string mac(32, '\0');
    unsigned int size = 32;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), in(message), message.size(),
             out(mac), &size) == nullptr) {
        throw std::runtime_error("HMAC-SHA-256 failed in OpenSSL");
    }
    return mac;
}

std::string number_octets(KeyRing::KeyId number) {
    std::string octets;
    for (int shift = 24; shift >= 0; shift -= 8)
        octets += static_cast<char>(number >> shift);
    return octets;
}

KeyRing::KeyId number_of(std::string_view octets) {
    KeyRing::KeyId number = 0;
    for (const char c : octets)
        number = number << 8 | static_cast<unsigned char>(c);
    return number;
}

}  // namespace

KeyRing::KeyRing(std::map<KeyId, std::string> keys) : keys_(std::move(keys)) {
    if (keys_.empty()) throw std::invalid_argument("a key ring holds at least one key");
    for (const auto& [number, key] : keys_) {
        if (key.size() != kKeySize) throw std::invalid_argument("a key has 32 octets");
    }
}

std::optional<std::string> KeyRing::derived(KeyId key, std::string_view purpose) const {
    const auto found = keys_.find(key);
    if (found == keys_.end()) return std::nullopt;
    return hmac_sha256(found->second, "jingwei/1/" + std::string(purpose));
}

std::optional<std::string> KeyRing::digest(KeyId key, std::string_view purpose,
                                           std::string_view message) const {
    const auto own = derived(key, "digest/" + std::string(purpose));
    if (!own) return std::nullopt;
    return hmac_sha256(*own, message);
}

std::string KeyRing::seal(std::string_view purpose, std::string_view plain,
                          std::string_view associated) const {
    const std::string key = *derived(current(), "seal/" + std::string(purpose));
    std::string sealed = kVersion + number_octets(current()) + random_octets(kNonceSize);
    sealed.resize(kHeadSize + plain.size() + kTagSize);
    const Cipher cipher{EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free};
    int size = 0;
    must(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key),
                            in(sealed) + 1 + kNumberSize));
    must(EVP_EncryptUpdate(cipher.get(), nullptr, &size, in(associated),
                           static_cast<int>(associated.size())));
    must(EVP_EncryptUpdate(cipher.get(), out(sealed) + kHeadSize, &size, in(plain),
                           static_cast<int>(plain.size())));
    must(EVP_EncryptFinal_ex(cipher.get(), out(sealed) + kHeadSize + size, &size));
    must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagSize,
                             out(sealed) + kHeadSize + plain.size()));
    return sealed;
}

std::optional<std::string> KeyRing::open(std::string_view purpose, std::string_view sealed,
                                         std::string_view associated) const {
    if (sealed.size() < kHeadSize + kTagSize || sealed.front() != kVersion) return std::nullopt;
    const auto key =
        derived(number_of(sealed.substr(1, kNumberSize)), "seal/" + std::string(purpose));
    if (!key) return std::nullopt;
    const auto body = sealed.substr(kHeadSize, sealed.size() - kHeadSize - kTagSize);
    std::string tag{sealed.substr(sealed.size() - kTagSize)};
    std::string plain(body.size(), '\0');
    const Cipher cipher{EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free};
    int size = 0;
    must(EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(*key),
                            in(sealed) + 1 + kNumberSize));
    must(EVP_DecryptUpdate(cipher.get(), nullptr, &size, in(associated),
                           static_cast<int>(associated.size())));
    must(EVP_DecryptUpdate(cipher.get(), out(plain), &size, in(body),
                           static_cast<int>(body.size())));
    must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagSize, out(tag)));
    if (EVP_DecryptFinal_ex(cipher.get(), out(plain) + size, &size) != 1) return std::nullopt;
    return plain;
}

}  // namespace jingwei
