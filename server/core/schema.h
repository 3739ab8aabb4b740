#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/shape.h"

namespace jingwei::dto {

enum class Direction {
    kInput,   ///< optional members may be absent; unknown members are refused
    kOutput,  ///< every member is there, optional ones perhaps null
};

/// JSON schemas (2020-12, as OpenAPI 3.1 uses them) of a set of types. Objects and enumerations
/// become components named after their C++ type without namespaces: Page<cases::CaseRow> is
/// CaseRowPage. A type that goes both ways and differs by direction is <Name> and <Name>Input.
class Schemas {
public:
    /// Takes in `shape` and all it is made of. Two types of one name are a bug and end the program.
    void add(const Shape& shape, Direction direction);

    /// Schema of a shape added before, as JSON: a `$ref` where it is a component.
    std::string of(const Shape& shape, Direction direction) const;

    /// All components as one JSON object, by name.
    std::string components() const;

private:
    struct Component {
        const Shape* shape = nullptr;
        bool input = false;
        bool output = false;
    };

    std::string name_of(const Shape& shape, Direction direction) const;
    std::string object_schema(const Shape& shape, Direction direction) const;

    std::map<std::string, Component> components_;
};

/// "jingwei::Page<jingwei::cases::CaseRow>" → "CaseRowPage".
std::string component_name(std::string_view cpp_type);

/// The same JSON with two spaces of indentation and a line per member, for files under review.
std::string indented(std::string_view json);

}  // namespace jingwei::dto
