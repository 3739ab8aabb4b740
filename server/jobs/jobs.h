#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "core/clock.h"
#include "core/id.h"
#include "db/transaction.h"

namespace jingwei::jobs {

/// Work to be done once, later, outside the request that asked for it.
struct NewJob {
    std::string kind;    ///< "cases_timer": [a-z_], the name under which a Runner knows it
    Json payload{"{}"};  ///< holds ids, not personal data: failed jobs are kept
    Time due_at;         ///< not before
    /// At most one unfinished job per kind and key; nothing: any number.
    std::optional<std::string> once_key = std::nullopt;
};

/// A job as its handler sees it.
struct Job {
    std::string county;
    Id<Job> id;
    std::string kind;
    Json payload;
    Time due_at;
    int attempts = 0;  ///< this one included
};
BOOST_DESCRIBE_STRUCT(Job, (), (county, id, kind, payload, due_at, attempts))

/// Puts a job down as part of `transaction`, without a round trip: it exists when that commits. An
/// unfinished one of the same kind and key is left as it is.
void add(db::Transaction& transaction, const std::string& county, const NewJob& job, Time now);

/// How much waits.
struct Load {
    std::int64_t due = 0, later = 0, failed = 0;
};
BOOST_DESCRIBE_STRUCT(Load, (), (due, later, failed))

Load load(db::Transaction& transaction, const std::string& county, Time now);

}  // namespace jingwei::jobs
