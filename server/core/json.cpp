#include "core/json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>
#include <memory_resource>
#include <vector>

#include "core/utf8.h"

namespace jingwei::json {

struct Document::Memory {
    std::pmr::monotonic_buffer_resource blocks{1024};
    Node* root = nullptr;
};

/// Puts nodes into a document, as a handler of Boost.JSON's parser or by hand.
class Builder {
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
    using Error = boost::system::error_code;
    using View = boost::json::string_view;

    Document take() { return std::move(document_); }
    bool out_of_range() const { return out_of_range_; }

    Node& add(Kind kind) {
        auto* node = new (memory().allocate(sizeof(Node), alignof(Node))) Node;
        node->kind = kind;
        node->name = name_;
        name_ = {};
        link(node);
        return *node;
    }
    void open(Kind kind) { open_.push_back({&add(kind), nullptr}); }
    void close() { open_.pop_back(); }
    void set_name(std::string_view name) { name_ = kept(name); }
    std::string_view kept(std::string_view text) {
        if (text.empty()) return {};
        auto* copy = static_cast<char*>(memory().allocate(text.size(), 1));
        text.copy(copy, text.size());
        return {copy, text.size()};
    }

    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_array_begin(Error&) { return open(Kind::kList), true; }
    bool on_array_end(std::size_t, Error&) { return close(), true; }
    bool on_object_begin(Error&) { return open(Kind::kObject), true; }
    bool on_object_end(std::size_t, Error&) { return close(), true; }
    bool on_key_part(View part, std::size_t, Error&) { return part_.append(part), true; }
    bool on_key(View part, std::size_t, Error&) {
        part_.append(part);
        set_name(part_);
        part_.clear();
        return true;
    }
    bool on_string_part(View part, std::size_t, Error&) { return part_.append(part), true; }
    bool on_string(View part, std::size_t, Error&) {
        part_.append(part);
        add(Kind::kText).text = kept(part_);
        part_.clear();
        return true;
    }
    bool on_number_part(View part, Error&) { return part_.append(part), true; }
    bool on_int64(std::int64_t value, View, Error&) {
        part_.clear();
        add(Kind::kWhole).whole = value;
        return true;
    }
    bool on_uint64(std::uint64_t value, View, Error&) {
        part_.clear();
        add(Kind::kReal).real = static_cast<double>(value);
        return true;
    }
    bool on_double(double value, View part, Error&) {
        part_.append(part);
        // Boost's own value may be a neighbour of the nearest one, of the largest even infinite.
        // What is too small or too large to be read stays what Boost says: zero, or infinite.
        std::from_chars(part_.data(), part_.data() + part_.size(), value);
        part_.clear();
        if (!std::isfinite(value)) out_of_range_ = true;
        add(Kind::kReal).real = value;
        return true;
    }
    bool on_bool(bool value, Error&) {
        add(Kind::kBool).truth = value;
        return true;
    }
    bool on_null(Error&) { return add(Kind::kNull), true; }
    bool on_comment_part(View, Error&) { return true; }
    bool on_comment(View, Error&) { return true; }

private:
    struct Open {
        Node* parent;
        Node* last;
    };

    std::pmr::memory_resource& memory() { return document_.memory_->blocks; }

    void link(Node* node) {
        if (open_.empty()) {
            document_.memory_->root = node;
            return;
        }
        auto& [parent, last] = open_.back();
        (last ? last->next : parent->first) = node;
        last = node;
        ++parent->size;
    }

    Document document_;
    std::vector<Open> open_;
    std::string part_;
    std::string_view name_;
    bool out_of_range_ = false;
};

Document::Document() : memory_(std::make_unique<Memory>()) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

const Node& Document::root() const { return *memory_->root; }

Result<Document> Document::parse(std::string_view text) {
    if (!utf8::length(text)) return Refusal{RefusalKind::kInvalid, "invalid_utf8"};
    boost::json::parse_options options;
    options.max_depth = kMaxDepth;
    boost::json::basic_parser<Builder> parser(options);
    boost::system::error_code error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (error == boost::json::error::too_deep) return Refusal{RefusalKind::kInvalid, "too_deep"};
    if (error == boost::json::error::exponent_overflow || parser.handler().out_of_range()) {
        return Refusal{RefusalKind::kInvalid, "number_out_of_range"};
    }
    if (error || read != text.size()) return Refusal{RefusalKind::kInvalid, "malformed_json"};
    return parser.handler().take();
}

Result<Document> Document::of_query(std::string_view query) {
    Details fields;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percent_decoded(pair.substr(0, equals), true);
        auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value || !utf8::length(*name)) {
            return Refusal{RefusalKind::kInvalid, "malformed_query"};
        }
        fields.emplace_back(std::move(*name), std::move(*value));
    }
    return of_fields(fields);
}

Document Document::of_fields(const Details& fields) {
    Builder builder;
    builder.open(Kind::kObject);
    for (const auto& [name, value] : fields) {
        builder.set_name(name);
        builder.add(Kind::kLoose).text = builder.kept(value);
    }
    builder.close();
    return builder.take();
}

}  // namespace jingwei::json
