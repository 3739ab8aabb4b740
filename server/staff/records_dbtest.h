#pragma once

#include "core/dto.h"
#include "staff/due.h"
#include "staff/meetings.h"
#include "staff/records.h"
#include "staff/staff_dbtest.h"
#include "staff/staff_state.h"
#include "staff/work_log.h"

/// What the database tests of the records of service share.
namespace jingwei::staff {

class ServiceOnDatabase : public StaffOnDatabase {
protected:
    Staff::State state{database.pool(), clock, grid, std::chrono::milliseconds{0}};

    static db::Scope with(db::Scope scope, std::string duty) {
        scope.duty = std::move(duty);
        return scope;
    }
    db::Scope keeper() const { return with(everything, kRecordDuty); }
    db::Scope of_town(std::string duty) const {
        auto scope = db::Scope::nobody(std::string(kCounty));
        scope.paths = {"371323/101"};
        return with(std::move(scope), std::move(duty));
    }
    static db::Scope self(Id<Account> who) {
        auto scope = db::Scope::nobody(std::string(kCounty));
        scope.account = who;
        return scope;
    }

    static Day on(int number) { return china_day(day(number)); }
};

}  // namespace jingwei::staff
