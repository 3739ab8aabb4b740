#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/routes.h"

namespace jingwei::http {

/// Finds the endpoint of a method and path: one step down a tree per segment, literal before
/// parameter. Built once from the routes, which must outlive it; thread-safe.
class Router {
public:
    explicit Router(const Routes& routes);

    struct Match {
        const Endpoint* endpoint = nullptr;
        std::size_t index = 0;  ///< of the endpoint in Routes::all()
        std::vector<std::pair<std::string_view, std::string>> path;
        /// No endpoint, but the path has some for other methods: "GET, HEAD, POST".
        std::string allowed;
    };

    /// HEAD finds the endpoint of GET.
    Match find(Method method, std::string_view path) const;

private:
    static constexpr std::size_t kMethods = 7;
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
        std::unique_ptr<Node> parameter;
        bool is_id = false;
        std::array<std::optional<std::size_t>, kMethods> endpoints;
    };

    void add(std::size_t index);
    static std::string allowed_at(const Node& node);
    const Node* walk(const Node& node, std::string_view rest,
                     std::vector<std::string>& values) const;
    static std::vector<std::string_view> parameter_names(std::string_view path);

    const Routes& routes_;
    std::vector<std::vector<std::string_view>> names_;  ///< of parameters, per endpoint
    Node root_;
};

}  // namespace jingwei::http
