#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/inbox.h"
#include "db/transaction.h"

/// Lists as the database answers them, in two steps: the places of a page first (moment and id,
/// each list walking an index in the order of that list), then the lines by their ids.
namespace jingwei::cases {

/// One list of one reader, and what he filters it by.
struct Search {
    std::string county{};
    View view = View::kOpen;
    std::vector<std::string> states{};  ///< of the view; one of them when the reader names it
    std::optional<std::string> path{};
    std::optional<Id<Unit>> unit{};
    std::optional<Id<Matter>> matter{};
    std::optional<std::string> channel{};
    std::optional<std::string> words{};  ///< text of a tsquery
    Cursor from{};                       ///< not part of the page
    std::int32_t most = 1;
    Time now{};

    Id<Account> reader{};
    std::vector<std::string> desks{};    ///< that the reader holds
    std::vector<Id<Unit>> work_units{};  ///< that he works for
    std::vector<std::string> grids{};    ///< that he serves on
    Reach reach{};
};

/// By due time, first due first; as opposed to by receipt, newest first.
bool is_by_due(View view);

struct Place {
    Time at;  ///< of the list's order
    Id<Case> id;
};
BOOST_DESCRIBE_STRUCT(Place, (), (at, id))

/// At most `most`, in the order of the list.
std::vector<Place> find_places(db::Transaction& tx, const Search& search);

/// In the order of `places`; what has vanished since is left out.
std::vector<ListRow> read_lines(db::Transaction& tx, const std::string& county,
                                const std::vector<Place>& places);

/// The numbers beside the lists, each up to `most`; of `search` the reader counts, not the filters.
InboxCounts count_inbox(db::Transaction& tx, const Search& search);

}  // namespace jingwei::cases
