#include "core/result.h"

#include <fmt/format.h>

#include <stdexcept>

namespace jingwei {

void throw_exception_from_error(const Refusal& refusal, const boost::source_location& where) {
    throw std::logic_error(fmt::format("refusal '{}' ({}) read as a value at {}:{}", refusal.code,
                                       refusal.field, where.file_name(), where.line()));
}

}  // namespace jingwei
