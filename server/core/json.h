#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

/// JSON as this server reads it: strict (RFC 8259), valid UTF-8, at most kMaxDepth deep, and with
/// members in the order and number in which they came, so that one named twice can be refused.
namespace jingwei::json {

inline constexpr std::size_t kMaxDepth = 32;

enum class Kind : std::uint8_t {
    kNull,
    kBool,
    kWhole,  ///< a number written without fraction or exponent that fits an int64
    kReal,   ///< any other number; finite
    kText,
    kLoose,  ///< text of a query string or form: may stand for a number or a truth value
    kList,
    kObject,
};

/// A value in a Document; lives as long as that. Children are a chain of `next`.
struct Node {
    Kind kind = Kind::kNull;
    bool truth = false;
    std::int64_t whole = 0;
    double real = 0;
    std::string_view name;  ///< as a member of an object
    std::string_view text;
    Node* first = nullptr;
    Node* next = nullptr;
    std::size_t size = 0;  ///< number of children
};

/// A tree of nodes and the memory it stands in: a few blocks, freed at once.
class Document {
public:
    Document();
    ~Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;

    /// Codes: malformed_json, invalid_utf8, too_deep, number_out_of_range.
    static Result<Document> parse(std::string_view text);
    /// An object of loose texts: "a=1&b=x%20y", plus signs as spaces. Codes: malformed_query.
    static Result<Document> of_query(std::string_view query);
    static Document of_fields(const Details& fields);

    const Node& root() const;

private:
    friend class Builder;
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

/// Decodes %XX, and '+' as a space where `plus_is_space`. Nothing when a % has no two hex digits.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

/// Appends `text` as a JSON string with its quotes. The text is taken to be valid UTF-8.
void append_quoted(std::string& out, std::string_view text);
/// Appends the shortest text that reads back as the same double; null when it is not finite.
void append_real(std::string& out, double value);
/// Appends the tree as JSON without white space; loose texts as strings.
void append(std::string& out, const Node& node);

}  // namespace jingwei::json
