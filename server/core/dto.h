#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "core/shape.h"

/// The walker of data transfer objects. A described struct is all there is to write:
///
///   struct AssignCase {
///       Id<CaseStep> step_id;
///       Whole<1, 1'000'000> expected_step;
///       std::optional<Lines<1, 500>> remark;
///   };
///   BOOST_DESCRIBE_STRUCT(AssignCase, (), (step_id, expected_step, remark))
///
/// From it come reading (every fault at once, each with its JSON pointer), writing, the JSON schema
/// of api/openapi.json, and reading of query strings and form fields.
///
/// Members may be: Text, Lines, Secret, Whole, bool, double, integers, std::string, Id, Uuid, Time,
/// Day, described enumerations (written as core/enum_name.h says), Point, Json, std::optional,
/// List, std::vector, std::map<std::string, …>, described structs (members of bases come first),
/// and what has a dto::TextForm. Only a std::optional may be absent or null; a member that the
/// struct does not have is a fault.
///
/// Codes of faults: required, unknown_field, duplicate_field, not_a_text, not_a_number,
/// not_a_whole_number, not_a_bool, not_a_list, not_an_object, too_short, too_long, too_small,
/// too_large, too_few, too_many, not_one_of, not_an_id, not_a_time, not_a_day, control_character,
/// invalid_utf8, and of a whole document: malformed_json, malformed_query, too_deep,
/// number_out_of_range.
namespace jingwei::dto {

enum class Absent {
    kFault,    ///< a member that is neither optional nor present is a fault
    kDefault,  ///< it keeps the value that it has (settings)
};

/// Reads `json` into `into`, which is a value of `shape`'s type.
Result<void> read_json(const Shape& shape, void* into, std::string_view json);

/// Reads "a=1&b=x%20y" alike. A list takes the name several times; objects and maps have no place.
Result<void> read_query(const Shape& shape, void* into, std::string_view query);

/// Reads names and values, not encoded, as a form or a settings file has them.
Result<void> read_fields(const Shape& shape, void* into, const Details& fields,
                         Absent absent = Absent::kFault);

/// Appends the value as JSON without white space. Doubles in their shortest exact form; those that
/// are not finite become null.
void write_json(const Shape& shape, const void* from, std::string& out);

template <class T>
Result<T> parse(std::string_view json) {
    T value{};
    const auto read = read_json(shape_of<T>(), &value, json);
    if (!read) return read.error();
    return value;
}

template <class T>
Result<T> parse_query(std::string_view query) {
    T value{};
    const auto read = read_query(shape_of<T>(), &value, query);
    if (!read) return read.error();
    return value;
}

template <class T>
Result<T> parse_fields(const Details& fields, Absent absent = Absent::kFault) {
    T value{};
    const auto read = read_fields(shape_of<T>(), &value, fields, absent);
    if (!read) return read.error();
    return value;
}

template <class T>
std::string print(const T& value) {
    std::string out;
    write_json(shape_of<T>(), &value, out);
    return out;
}

}  // namespace jingwei::dto
