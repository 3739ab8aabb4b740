#include "cases/contact.h"

#include "cases/phone.h"
#include "core/dto.h"

namespace jingwei::cases {
namespace {

constexpr std::string_view kPurpose = "case_contact";
constexpr std::string_view kPhonePurpose = "case_phone";

std::string place_of(const CaseFixed& of) { return of.county + '/' + of.id.text(); }

template <class Text>
std::string words_of(const std::optional<Text>& text) {
    return text ? text->str() : std::string{};
}

/// Octets of the first code point of valid UTF-8.
std::size_t first_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80)
        ++size;
    return size;
}

}  // namespace

bool wants_answer(const std::optional<ReporterBody>& reporter) {
    return reporter && reporter->phone && reporter->wants_answer.value_or(true);
}

std::string masked_name(std::string_view name) {
    if (name.empty()) return {};
    return std::string{name.substr(0, first_size(name))} + "**";
}

std::string masked_phone(std::string_view phone) {
    if (phone.empty()) return {};
    const auto number = number_of(phone);
    if (number.size() < kFewestPhoneDigits) return "****";
    return number.substr(0, 3) + "****" + number.substr(number.size() - 4);
}

ReporterRow sealed(const ReporterBody& reporter, const CaseFixed& of, const KeyRing& keys) {
    const ReporterContact contact{words_of(reporter.name), words_of(reporter.phone),
                                  words_of(reporter.address)};
    ReporterRow row;
    row.name_masked = masked_name(contact.name);
    row.phone_masked = masked_phone(contact.phone);
    row.contact_sealed = db::Bytes{keys.seal(kPurpose, dto::print(contact), place_of(of))};
    if (const auto number = number_of(contact.phone); !number.empty()) {
        if (auto key = keys.digest(keys.current(), kPhonePurpose, number)) {
            row.phone_key = db::Bytes{std::move(*key)};
        }
    }
    row.wants_answer = reporter.wants_answer.value_or(true);
    return row;
}

std::vector<db::Bytes> phone_keys_of(std::string_view phone, const KeyRing& keys) {
    std::vector<db::Bytes> all;
    const auto number = number_of(phone);
    if (number.empty()) return all;
    for (KeyRing::KeyId key = 1; key <= keys.current(); ++key) {
        if (auto digest = keys.digest(key, kPhonePurpose, number))
            all.push_back(db::Bytes{std::move(*digest)});
    }
    return all;
}

std::optional<ReporterContact> opened(const ReporterRow& row, const CaseFixed& of,
                                      const KeyRing& keys) {
    if (!row.contact_sealed) return std::nullopt;
    const auto text = keys.open(kPurpose, row.contact_sealed->data, place_of(of));
    if (!text) return std::nullopt;
    auto contact = dto::parse<ReporterContact>(*text);
    if (!contact) return std::nullopt;
    return std::move(*contact);
}

Id<Step> second_step_id(Id<Step> first) {
    std::string text = first.text();
    text.back() = text.back() == '0' ? '1' : '0';
    return *Id<Step>::parse(text);
}

}  // namespace jingwei::cases
