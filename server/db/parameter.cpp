#include "db/parameter.h"

namespace jingwei::db {

void Parameters::clear() {
    buffer_.clear();
    size_ = 0;
}

const char* const* Parameters::texts() {
    for (std::size_t at = 0; at < size_; ++at) {
        texts_[at] = starts_[at] == kNull ? nullptr : buffer_.data() + starts_[at];
    }
    return texts_.data();
}

}  // namespace jingwei::db
