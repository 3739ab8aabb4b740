#include "audit/seal_rules.h"

#include "core/octets.h"

namespace jingwei::audit {
namespace {

constexpr std::string_view kPurpose = "audit";

/// Writes values so that where one ends and the next begins is never in doubt.
class Writer {
public:
    Writer& number(std::uint64_t value) {
        for (int shift = 56; shift >= 0; shift -= 8)
            out_ += static_cast<char>(value >> shift);
        return *this;
    }
    Writer& text(std::string_view value) {
        number(value.size());
        out_ += value;
        return *this;
    }
    Writer& maybe(const std::optional<std::string>& value) { return value ? text(*value) : null(); }
    Writer& null() { return number(~std::uint64_t{0}); }
    Writer& time(Time value) {
        return number(static_cast<std::uint64_t>(value.time_since_epoch().count()));
    }
    const std::string& octets() const { return out_; }

private:
    std::string out_;
};

}  // namespace

std::string first_root() { return std::string(kDigestSize, '\0'); }

std::string digest_of(const EntryRow& entry) {
    Writer writer;
    writer.text(entry.county).text(entry.id.text()).time(entry.at);
    if (entry.account_id) {
        writer.text(entry.account_id->text());
    } else {
        writer.null();
    }
    writer.text(entry.action).text(entry.subject_kind).text(entry.subject).maybe(entry.purpose);
    writer.text(entry.detail.text).maybe(entry.address);
    return sha256(writer.octets());
}

std::optional<std::string> root_of(const KeyRing& keys, const SealRow& seal,
                                   std::string_view root_before) {
    Writer writer;
    writer.text(root_before).text(seal.county).number(static_cast<std::uint64_t>(seal.number));
    writer.time(seal.sealed_at).number(static_cast<std::uint64_t>(seal.key_id));
    writer.number(seal.entries.size());
    for (const auto& entry : seal.entries)
        writer.text(entry.text());
    writer.text(seal.digests.data);
    if (seal.key_id <= 0 || seal.key_id > UINT32_MAX) return std::nullopt;
    return keys.digest(static_cast<KeyRing::KeyId>(seal.key_id), kPurpose, writer.octets());
}

SealRow make_seal(const KeyRing& keys, std::int64_t number, std::string_view root_before,
                  const std::vector<EntryRow>& entries, Time now) {
    SealRow seal;
    seal.county = entries.front().county;
    seal.number = number;
    seal.sealed_at = now;
    seal.key_id = keys.current();
    for (const auto& entry : entries) {
        seal.entries.push_back(entry.id);
        seal.digests.data += digest_of(entry);
    }
    seal.root.data = root_of(keys, seal, root_before).value();
    return seal;
}

}  // namespace jingwei::audit
