#include "core/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "core/messages.h"
#include "core/utf8.h"

namespace jingwei {

std::string flag_name(std::string_view setting) {
    std::string name(setting);
    std::ranges::replace(name, '_', '-');
    return name;
}

std::string environment_name(std::string_view setting) {
    std::string name = "JINGWEI_";
    for (const char c : setting)
        name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
}

bool ConfigReader::knows(std::string_view name) const {
    return std::ranges::any_of(shape_.fields,
                               [&](const dto::Field& field) { return field.name == name; });
}

void ConfigReader::give(std::string name, std::string value, std::string place) {
    std::erase_if(given_, [&](const Given& one) { return one.name == name; });
    given_.push_back({std::move(name), std::move(value), std::move(place)});
}

void ConfigReader::read_line(std::string_view line, const std::string& place) {
    line = utf8::trimmed(line.substr(0, line.find('#')));
    if (line.empty()) return;
    const auto equals = line.find('=');
    if (equals == line.npos) {
        problems_.push_back(fmt::format("{}: write this line as name = value.", place));
        return;
    }
    std::string name(utf8::trimmed(line.substr(0, equals)));
    if (!knows(name)) {
        problems_.push_back(fmt::format("{}: there is no setting '{}'. See --help.", place, name));
        return;
    }
    give(std::move(name), std::string(utf8::trimmed(line.substr(equals + 1))), place);
}

void ConfigReader::read_file(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) {
        problems_.push_back(fmt::format("{}: this file cannot be read.", file.string()));
        return;
    }
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        read_line(line, fmt::format("{}:{}", file.string(), number));
    }
}

void ConfigReader::read_environment(const std::function<const char*(const char*)>& get) {
    for (const auto& field : shape_.fields) {
        const std::string name = environment_name(field.name);
        if (const char* value = get(name.c_str())) give(std::string(field.name), value, name);
    }
}

void ConfigReader::read_flags(const Details& flags) {
    for (const auto& [name, value] : flags)
        give(name, value, "--" + flag_name(name));
}

void ConfigReader::fill(void* into) {
    Details fields;
    for (const auto& one : given_)
        fields.emplace_back(one.name, one.value);
    const auto read = dto::read_fields(shape_, into, fields, dto::Absent::kDefault);
    if (read) return;
    const Messages messages = Messages::shipped();
    for (const auto& fault : read.error().faults) {
        const std::string_view name = std::string_view(fault.field).substr(1);
        const auto given = std::ranges::find(given_, name, &Given::name);
        const std::string place = given == given_.end() ? std::string(name) : given->place;
        problems_.push_back(fmt::format(
            "{}: {}", place, messages.sentence(Language::kEnglish, fault.code, fault.details)));
    }
}

}  // namespace jingwei
