#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dto.h"

namespace jingwei {

/// Gathers the settings of a described struct from, weakest first: the struct's own defaults, a
/// file of `name = value` lines (# begins a comment), the environment (JINGWEI_NAME), flags. Every
/// problem is kept, with the place it comes from, so that all are told in one go.
class ConfigReader {
public:
    explicit ConfigReader(const dto::Shape& shape) : shape_(shape) {}

    void read_file(const std::filesystem::path& file);
    /// `get` is ::getenv outside of tests. Variables of other names are not looked at.
    void read_environment(const std::function<const char*(const char*)>& get);
    /// Names as in the struct; what is left out was not given.
    void read_flags(const Details& flags);

    /// Puts everything into `into`, which holds the defaults. Call once, last.
    void fill(void* into);
    template <class T>
    T value() {
        T settings{};
        fill(&settings);
        return settings;
    }

    /// One sentence each, in English, naming setting, place and remedy. Empty: all is well.
    const std::vector<std::string>& problems() const { return problems_; }

private:
    struct Given {
        std::string name;
        std::string value;
        std::string place;  ///< "/etc/jingwei.conf:3", "JINGWEI_PORT", "--port"
    };

    void read_line(std::string_view line, const std::string& place);
    void give(std::string name, std::string value, std::string place);
    bool knows(std::string_view name) const;

    const dto::Shape& shape_;
    std::vector<Given> given_;
    std::vector<std::string> problems_;
};

/// "tls_cert" → "tls-cert", "JINGWEI_TLS_CERT".
std::string flag_name(std::string_view setting);
std::string environment_name(std::string_view setting);

}  // namespace jingwei
