#pragma once

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>

namespace jingwei::cases {

/// Each member of a described struct of counts is added to that of another.
template <class Counts>
void add_counts(Counts& sum, const Counts& more) {
    using Members = boost::describe::describe_members<Counts, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>(
        [&](auto member) { sum.*member.pointer += more.*member.pointer; });
}

}  // namespace jingwei::cases
