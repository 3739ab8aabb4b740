#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/inbox.h"
#include "db/transaction.h"

/// Lists as the database answers them. Each walks indexes in its order: one index, and it answers
/// with the lines of the page; or several side by side, and it answers with their places (moment
/// and id), of which the first are looked up.
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

struct Listed {
    std::vector<ListRow> rows;
    std::optional<Cursor> next{};  ///< there are more behind it
};

/// A page of at most `most`, in the order of the list.
Listed find_page(db::Transaction& tx, const Search& search);

/// That case alone; nothing when it is not there or not for this reader.
Listed find_line(db::Transaction& tx, const std::string& county, Id<Case> id);

/// The numbers beside the lists, each up to `most`; of `search` the reader counts, not the filters.
InboxCounts count_inbox(db::Transaction& tx, const Search& search);

}  // namespace jingwei::cases
