#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"

namespace jingwei {

/// 128 bits as RFC 9562 writes them: 36 characters, lower case, with hyphens.
class Uuid {
public:
    constexpr Uuid() = default;

    /// A UUIDv7: 48 bits of milliseconds since 1970 in front, 74 random bits behind, so ids made
    /// one after the other sort by time and stay close together in an index. Thread-safe.
    static Uuid make(Time now);
    /// Not after any that make() gives at that moment or later, and after every earlier one; to the
    /// millisecond. Where ids are made of the moment, a range of ids is a range of time.
    static Uuid least(Time at);
    /// Nothing when `text` is not exactly 36 characters of a UUID (any version, any case).
    static std::optional<Uuid> parse(std::string_view text);

    std::string text() const;
    bool is_nil() const { return *this == Uuid{}; }
    const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }

    friend auto operator<=>(const Uuid&, const Uuid&) = default;

private:
    std::array<std::uint8_t, 16> bytes_{};
};

/// A Uuid that knows what it names: an Id<Case> does not go where an Id<Unit> belongs.
template <class Of>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(Uuid uuid) : uuid_(uuid) {}

    static Id make(Time now) { return Id{Uuid::make(now)}; }
    static Id least(Time at) { return Id{Uuid::least(at)}; }
    static std::optional<Id> parse(std::string_view text) {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional<Id>{Id{*uuid}} : std::nullopt;
    }

    const Uuid& uuid() const { return uuid_; }
    std::string text() const { return uuid_.text(); }
    bool is_nil() const { return uuid_.is_nil(); }

    friend auto operator<=>(const Id&, const Id&) = default;

private:
    Uuid uuid_;
};

}  // namespace jingwei

template <>
struct std::hash<jingwei::Uuid> {
    std::size_t operator()(const jingwei::Uuid& uuid) const noexcept;
};

template <class Of>
struct std::hash<jingwei::Id<Of>> {
    std::size_t operator()(const jingwei::Id<Of>& id) const noexcept {
        return std::hash<jingwei::Uuid>{}(id.uuid());
    }
};
