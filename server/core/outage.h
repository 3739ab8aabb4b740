#pragma once

#include <stdexcept>

namespace jingwei {

/// Something this process depends on (the database, the disk) is away, full or too slow, and no
/// caller can mend it. Caught once, in http/, which answers 503 with Retry-After.
class Outage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace jingwei
