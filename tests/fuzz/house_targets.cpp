#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "app/house.h"
#include "choices.h"
#include "core/json.h"
#include "fuzz.h"

namespace jingwei::fuzz {
namespace {

namespace fs = std::filesystem;
using dto::Kind;
using dto::Shape;

constexpr int kDeepest = 12;
constexpr std::int64_t kMostItems = 3;
constexpr std::int64_t kMostLetters = 40;

struct Type {
    const Shape* shape;
    http::Endpoint::Echo echo;
};

/// A house without a database: its routes know every type.
class Types {
public:
    Types()
        : folder_(fs::temp_directory_path() / ("jingwei-fuzz-house-" + std::to_string(getpid()))),
          house_({{}, KeyRing{{{1, std::string(32, 'k')}}}, folder_, "371323", "http://x"},
                 clock_) {
        for (const auto& endpoint : house_.routes.all()) {
            add(endpoint->takes, endpoint->echo_takes);
            add(endpoint->answers, endpoint->echo_answers);
        }
    }
    Types(const Types&) = delete;
    Types& operator=(const Types&) = delete;
    ~Types() { fs::remove_all(folder_); }

    const Type& at(std::size_t number) const { return types_[number % types_.size()]; }

private:
    void add(const Shape* shape, http::Endpoint::Echo echo) {
        if (shape == nullptr || echo == nullptr) return;
        if (std::ranges::find(types_, shape, &Type::shape) == types_.end())
            types_.push_back({shape, echo});
    }

    const SystemClock clock_;
    const fs::path folder_;
    app::House house_;
    std::vector<Type> types_;
};

/// Writes a value of a shape as JSON, as the octets choose.
class Writer {
public:
    explicit Writer(Choices& choices) : choices_(choices) {}

    /// Whether nothing that was written is out of the shape's bounds.
    bool fits() const { return fits_; }

    void write(const Shape& shape, int depth, std::string& out) {
        if (choices_.below(64) == 63) return write_stranger(out);
        switch (shape.kind) {
            case Kind::kBool:
                out += choices_.below(2) == 0 ? "false" : "true";
                return;
            case Kind::kWhole:
                out += std::to_string(whole(shape));
                return;
            case Kind::kReal:
                json::append_real(out, real(shape));
                return;
            case Kind::kText:
                json::append_quoted(out, text(shape));
                return;
            case Kind::kJson:
                out += R"({"a":[1,-0.5,"\u00e9",null]})";
                return;
            case Kind::kOptional:
                write_optional(shape, depth, out);
                return;
            case Kind::kList:
                write_list(shape, depth, out);
                return;
            case Kind::kMap:
                write_map(shape, depth, out);
                return;
            case Kind::kObject:
                write_object(shape, depth, out);
                return;
        }
    }

private:
    /// Something that may or may not have a place there.
    void write_stranger(std::string& out) {
        static constexpr std::string_view kStrangers[]{"null",
                                                       "{}",
                                                       "[]",
                                                       "\"\"",
                                                       "0",
                                                       "-1",
                                                       "1e308",
                                                       "9223372036854775807",
                                                       "true",
                                                       "\"\\u0000\"",
                                                       "\"2026-02-30\"",
                                                       "[[]]",
                                                       "{\"a\":1,\"a\":2}",
                                                       "\"\\ud83d\\ude00\""};
        out += kStrangers[choices_.below(std::size(kStrangers))];
        fits_ = false;
    }

    std::int64_t whole(const Shape& shape) {
        switch (choices_.below(4)) {
            case 0:
                return shape.min;
            case 1:
                return shape.max;
            default: {
                const auto range =
                    static_cast<std::uint64_t>(shape.max) - static_cast<std::uint64_t>(shape.min);
                const auto step = range == ~std::uint64_t{0} ? choices_.number()
                                                             : choices_.number() % (range + 1);
                return static_cast<std::int64_t>(static_cast<std::uint64_t>(shape.min) + step);
            }
        }
    }

    double real(const Shape& shape) {
        const double share = static_cast<double>(choices_.number() >> 11) * 0x1p-53;
        const double low = static_cast<double>(shape.min), high = static_cast<double>(shape.max);
        return choices_.below(4) == 0 ? low : low + share * (high - low);
    }

    std::string text(const Shape& shape) {
        if (shape.choices != nullptr) {
            const auto names = shape.choices();
            return names[choices_.below(names.size())];
        }
        if (shape.format == "uuid") return uuid();
        if (shape.format == "date-time") return rfc3339(moment());
        if (shape.format == "date") return day_text(china_day(moment()));
        if (!shape.format.empty() || (shape.min == 0 && shape.max == dto::kPlainTextMax))
            fits_ = false;  // a form that only its own parser knows
        return letters(shape);
    }

    std::string letters(const Shape& shape) {
        static constexpr std::string_view kLetters[]{"a",  "7", "网", "格", "é", "𠀋", "\"",
                                                     "\\", "/", "-",  "'",  "<", "%",  "\u2028"};
        const auto most = std::min(shape.max, std::max(shape.min, kMostLetters));
        const auto size = shape.min + static_cast<std::int64_t>(choices_.below(
                                          static_cast<std::size_t>(most - shape.min) + 1));
        std::string out;
        for (std::int64_t left = size; left > 0; --left)
            out += kLetters[choices_.below(std::size(kLetters))];
        return out;
    }

    std::string uuid() {
        std::string digits;
        for (int at = 0; at < 32; ++at)
            digits += "0123456789abcdef"[choices_.below(16)];
        for (const std::size_t at : {20U, 16U, 12U, 8U})
            digits.insert(at, "-");
        return digits;
    }

    /// 1970 to 2242.
    Time moment() { return Time{std::chrono::microseconds{choices_.number() >> 11}}; }

    void write_optional(const Shape& shape, int depth, std::string& out) {
        if (depth >= kDeepest || choices_.below(3) == 0)
            out += "null";
        else
            write(*shape.element, depth + 1, out);
    }

    void write_list(const Shape& shape, int depth, std::string& out) {
        const auto more = std::min(kMostItems, shape.max - shape.min);
        auto left = shape.min;
        if (depth < kDeepest)
            left += static_cast<std::int64_t>(choices_.below(static_cast<std::size_t>(more) + 1));
        out += '[';
        for (bool first = true; left > 0; --left, first = false) {
            if (!first) out += ',';
            write(*shape.element, depth + 1, out);
        }
        out += ']';
    }

    void write_map(const Shape& shape, int depth, std::string& out) {
        out += '{';
        const auto size = depth < kDeepest ? choices_.below(3) : 0;
        for (std::size_t at = 0; at < size; ++at) {
            if (at > 0) out += ',';
            out += "\"k" + std::to_string(at) + "\":";
            write(*shape.element, depth + 1, out);
        }
        out += '}';
    }

    void write_object(const Shape& shape, int depth, std::string& out) {
        out += '{';
        bool first = true;
        for (const auto& field : shape.fields) {
            if (field.shape->kind == Kind::kOptional && choices_.below(3) == 0) continue;
            if (!first) out += ',';
            first = false;
            json::append_quoted(out, field.name);
            out += ':';
            write(*field.shape, depth + 1, out);
        }
        out += '}';
    }

    Choices& choices_;
    bool fits_ = true;
};

/// Every type that some route of the whole house takes or answers, walked by its description: the
/// octets choose a type and a value of it. What fits the type is taken; what was taken is written,
/// and reads back as the same.
void run_dto(std::string_view input) {
    static const Types types;
    Choices choices{input};
    const Type& type = types.at(choices.number());
    std::string json;
    Writer writer{choices};
    writer.write(*type.shape, 0, json);
    const auto once = type.echo(json);
    if (!once) {
        expect(!writer.fits(), "what fits the type is taken");
        return;
    }
    const auto twice = type.echo(*once);
    expect(twice.has_value(), "what was written can be read");
    expect(*twice == *once, "what was written reads back the same");
}

}  // namespace

std::vector<Target> house_targets() { return {{"dto", run_dto}}; }

}  // namespace jingwei::fuzz
