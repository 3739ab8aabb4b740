#include "access/passwords.h"

#include <sodium.h>

#include <new>
#include <stdexcept>

#include "core/octets.h"
#include "core/waiting.h"

namespace jingwei::access {

namespace {

// Chooses the fastest argon2 of this processor; before it, libsodium uses the slowest.
PasswordCost made_ready(PasswordCost cost) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium could not be initialised");
    return cost;
}

}  // namespace

/// One of the bounded places for hashing, given back at the end.
class Passwords::Place {
public:
    explicit Place(Passwords& owner) : owner_(owner) {
        std::unique_lock lock{owner_.mutex_};
        if (owner_.busy_ >= owner_.cost_.at_once && owner_.waiting_ >= owner_.cost_.waiting) return;
        const Waiting waiting;
        ++owner_.waiting_;
        taken_ = owner_.freed_.wait_for(lock, owner_.cost_.longest_wait,
                                        [&] { return owner_.busy_ < owner_.cost_.at_once; });
        --owner_.waiting_;
        if (taken_) ++owner_.busy_;
    }
    ~Place() {
        if (!taken_) return;
        const std::lock_guard lock{owner_.mutex_};
        --owner_.busy_;
        owner_.freed_.notify_one();
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    bool taken() const { return taken_; }
    static Refusal none() { return {RefusalKind::kTooMany, "sign_in_busy"}; }

private:
    Passwords& owner_;
    bool taken_ = false;
};

Passwords::Passwords(PasswordCost cost)
    : cost_(made_ready(cost)), nobody_(hashed(random_octets(16))) {}

std::string Passwords::hashed(std::string_view password) const {
    char out[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(out, password.data(), password.size(), cost_.passes,
                              cost_.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return out;
}

Result<std::string> Passwords::hash(std::string_view password) {
    const Place place{*this};
    if (!place.taken()) return Place::none();
    return hashed(password);
}

Result<bool> Passwords::matches(const std::string& hash, std::string_view password) {
    const Place place{*this};
    if (!place.taken()) return Place::none();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

Result<bool> Passwords::matches_nobody(std::string_view password) {
    const auto matched = matches(nobody_, password);
    if (!matched) return matched;
    return false;
}

}  // namespace jingwei::access
