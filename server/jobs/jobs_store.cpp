#include "jobs/jobs_store.h"

#include "jobs/statements.h"

namespace jingwei::jobs {
namespace {

db::Scope scope_of(const std::string& county) { return db::Scope::whole_county(county); }

}  // namespace

void add(db::Transaction& transaction, const std::string& county, const NewJob& job, Time now) {
    transaction.queue(sql::add_job, county, Id<Job>::make(now), job.kind, job.once_key, job.payload,
                      job.due_at);
}

Load load(db::Transaction& transaction, const std::string& county, Time now) {
    return transaction.one<Load>(sql::count_jobs, county, now);
}

std::vector<Job> Store::claim(const std::string& county, const std::vector<std::string>& kinds,
                              int most, Time now, Time until) {
    return db::in_transaction(pool_, scope_of(county),
                              [&](db::Transaction& transaction) -> Result<std::vector<Job>> {
                                  return transaction.all<Job>(sql::claim_jobs, county, now, kinds,
                                                              most, holder_, until);
                              })
        .value();
}

void Store::plan(const std::string& county, const NewJob& job, Time now) {
    db::in_transaction(pool_, scope_of(county), [&](db::Transaction& transaction) -> Result<void> {
        add(transaction, county, job, now);
        return {};
    }).value();
}

bool Store::bring_forward(const std::string& county, const std::string& kind,
                          const std::string& once_key, Time now, const Latest& latest) {
    return db::in_transaction(pool_, scope_of(county),
                              [&](db::Transaction& transaction) -> Result<bool> {
                                  return transaction.run(sql::bring_forward_job, county, kind,
                                                         once_key, now, latest.turn, latest.retry,
                                                         latest.lease) == 1;
                              })
        .value();
}

bool Store::done(const Job& job) {
    return db::in_transaction(pool_, scope_of(job.county),
                              [&](db::Transaction& transaction) -> Result<bool> {
                                  return transaction.run(sql::remove_job, job.county, job.id,
                                                         holder_) == 1;
                              })
        .value();
}

bool Store::again(const Job& job, Time due_at, int attempts,
                  const std::optional<std::string>& error) {
    return db::in_transaction(pool_, scope_of(job.county),
                              [&](db::Transaction& transaction) -> Result<bool> {
                                  return transaction.run(sql::reschedule_job, job.county, job.id,
                                                         holder_, due_at, attempts, error) == 1;
                              })
        .value();
}

bool Store::bury(const Job& job, Time now, const std::string& error) {
    return db::in_transaction(pool_, scope_of(job.county),
                              [&](db::Transaction& transaction) -> Result<bool> {
                                  return transaction.run(sql::bury_job, job.county, job.id, holder_,
                                                         now, error) == 1;
                              })
        .value();
}

}  // namespace jingwei::jobs
