#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "access/principal.h"
#include "cases/cases.h"

namespace jingwei::testing {
class Database;
}

/// For tests only: a county of one town with two villages, its units, its people, one catalogue.
namespace jingwei::cases {

inline constexpr const char* kCountyPath = "371323";
inline constexpr const char* kTownPath = "371323/101";
inline constexpr const char* kVillagePath = "371323/101/204";
inline constexpr const char* kGridPath = "371323/101/204/001";
inline constexpr const char* kOtherVillagePath = "371323/101/205";
inline constexpr const char* kOtherGridPath = "371323/101/205/001";

/// Monday, 2 March 2026, 09:00 in China.
inline constexpr Time kMonday{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} +
                              std::chrono::hours{1}};

/// Everything a test of the loop needs, on a database of its own.
class SmallCounty {
public:
    SmallCounty();
    ~SmallCounty();

    Cases& cases() { return *cases_; }
    /// As the server connects: row-level security holds.
    db::Pool& pool();
    /// Who owns the tables.
    db::Pool& owner();
    /// What another server on this database would be made of.
    CasesParts parts();
    ManualClock& clock() { return clock_; }
    /// Somebody with one role at one place, and the post that goes with it.
    const access::Principal& person(const std::string& name) const { return *people_.at(name); }
    Id<Unit> unit(const std::string& name) const { return units_.at(name); }
    Id<Matter> lamp() const { return lamp_; }
    /// From now on the calendar knows that year too.
    void publish_year(std::int32_t year);

    ReportCase lamp_report() const;
    StepReceipt reported();
    Result<StepReceipt> act(const std::string& name, const StepReceipt& on, Action action,
                            std::string text = "…");
    Result<StepReceipt> act(const std::string& name, const StepReceipt& on, StepInput input);
    /// act() that must succeed.
    StepReceipt done(const std::string& name, const StepReceipt& on, Action action);
    StepReceipt done(const std::string& name, const StepReceipt& on, StepInput input);
    StepInput input(Action action, std::string text = "…") const;
    CaseView view(const std::string& name, const StepReceipt& of);
    /// Reported, passed up, assigned, signed for, handled.
    StepReceipt handled();
    /// … verified, answered "已修好", closed.
    StepReceipt closed();

private:
    void add_person(const std::string& name, std::string_view role, std::optional<std::string> path,
                    std::optional<std::string> unit, std::optional<staff::PostKind> post = {});
    void make_territory();
    void make_units();
    void make_people();
    void make_catalogue();

    std::unique_ptr<testing::Database> database_;
    ManualClock clock_{kMonday};
    KeyRing keys_;
    Messages messages_ = Messages::shipped();
    World world_;
    std::vector<std::int32_t> years_{2026};
    std::vector<grid::Node> nodes_;
    std::vector<staff::Member> members_;
    std::vector<staff::Post> posts_;
    std::vector<staff::Holding> holdings_;
    std::map<std::string, std::unique_ptr<access::Principal>> people_;
    std::map<std::string, Id<Unit>> units_;
    Id<Matter> lamp_ = Id<Matter>::make(kMonday);
    std::unique_ptr<Cases> cases_;
};

}  // namespace jingwei::cases
