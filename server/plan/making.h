#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "plan/plan_rules.h"

/// How changes are made, for the rules alone. Private to plan.
namespace jingwei::plan {

using Nodes = std::map<Id<grid::Node>, grid::Node>;

/// Makes the changes one after the other on a copy of the nodes in force. `ground` outlives it.
class Maker {
public:
    explicit Maker(const Ground& ground);

    /// `place` is the number of the change in its plan, from 0.
    void make(const PlanChange& change, std::size_t place);

    const Nodes& nodes() const { return nodes_; }
    std::vector<PlanFault> faults;
    std::vector<std::pair<Id<grid::Node>, Id<grid::Node>>> successors;

private:
    void fault(std::string field, std::string code, std::string name);
    bool all_there(const PlanChange& change);
    std::string place(const PlannedNode& one, const grid::Node* parent, const std::string& field);
    void add(const PlannedNode& one, const std::string& field);
    void reshape(const PlanChange& change, grid::Node& node, const PlannedNode& one,
                 const std::string& field);
    void change_kind(const grid::Node& node, const PlannedNode& one, const std::string& field);
    void renumber(grid::Node& node, const PlannedNode& one, const std::string& field);
    void end_unless_kept(const PlanChange& change, std::size_t place);

    const Ground& ground_;
    std::set<std::string> codes_;
    Nodes nodes_;
    std::string at_;
};

}  // namespace jingwei::plan
