#include "db/parameter.h"

namespace jingwei::db {

void Parameters::clear() {
    buffer_.clear();
    size_ = 0;
    binary_ = false;
}

void Parameters::begin(std::size_t start, bool binary) {
    starts_[size_] = start;
    lengths_[size_] = 0;
    formats_[size_] = binary ? 1 : 0;
    binary_ = binary_ || binary;
    ++size_;
}

const char* const* Parameters::values() {
    for (std::size_t at = 0; at < size_; ++at) {
        values_[at] = starts_[at] == kNull ? nullptr : buffer_.data() + starts_[at];
    }
    return values_.data();
}

}  // namespace jingwei::db
