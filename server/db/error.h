#pragma once

#include <stdexcept>
#include <string>

#include "core/outage.h"

namespace jingwei::db {

using jingwei::Outage;

/// The transaction surely left no trace and may be tried again as it was: 40001, 40P01, or the
/// connection was lost before COMMIT was sent. in_transaction() does so a bounded number of times.
class Transient : public Outage {
public:
    using Outage::Outage;
};

/// The connection was lost while COMMIT was on its way: nobody knows whether it took effect. Never
/// retried here; a client that repeats its request with the same id gets the right answer.
class CommitUnknown : public Outage {
public:
    using Outage::Outage;
};

/// A named constraint was violated; in_transaction() turns it into the refusal registered for it.
class ConstraintViolation : public std::runtime_error {
public:
    ConstraintViolation(std::string constraint_, const std::string& what)
        : std::runtime_error(what), constraint(std::move(constraint_)) {}
    std::string constraint;
};

/// A write would have left a row that the scope of the transaction does not cover (row-level
/// security said no). in_transaction() turns it into the refusal "outside_your_scope".
class ScopeViolation : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace jingwei::db
