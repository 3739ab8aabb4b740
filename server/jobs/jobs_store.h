#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/in_transaction.h"
#include "jobs/jobs.h"

namespace jingwei::jobs {

/// What a Runner does to the table, each in a transaction of its own, in the name of one holder.
class Store {
public:
    Store(db::Pool& pool, Uuid holder) : pool_(pool), holder_(holder) {}

    std::vector<Job> claim(const std::string& county, const std::vector<std::string>& kinds,
                           int most, Time now, Time until);
    void plan(const std::string& county, const NewJob& job, Time now);

    /// The latest moments that a clock which is right can have left in a periodic job.
    struct Latest {
        Time turn;   ///< of one that did not fail
        Time retry;  ///< of one that did
        Time lease;
    };
    /// Makes the periodic job of that kind due `now` when it lies beyond them. True when it did.
    bool bring_forward(const std::string& county, const std::string& kind,
                       const std::string& once_key, Time now, const Latest& latest);

    // False when the lease has passed and the job went to another holder.
    bool done(const Job& job);
    bool again(const Job& job, Time due_at, int attempts, const std::optional<std::string>& error);
    bool bury(const Job& job, Time now, const std::string& error);

private:
    db::Pool& pool_;
    Uuid holder_;
};

}  // namespace jingwei::jobs
