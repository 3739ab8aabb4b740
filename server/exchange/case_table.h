#pragma once

#include <map>
#include <string>
#include <vector>

#include "cases/case_views.h"
#include "core/messages.h"
#include "exchange/table_file.h"

namespace jingwei::exchange {

/// Names of matters as the reader of the table reads them, by their Chinese names; those that are
/// missing stay as they are.
using MatterNames = std::map<std::string, std::string, std::less<>>;

/// A list of cases as a table: the columns of My work, in words.
class CaseTable {
public:
    /// `messages` outlives it.
    CaseTable(const Messages& messages, Language language, MatterNames names);

    std::vector<std::string> head() const;
    /// As many cells as the head has.
    std::vector<Cell> cells(const cases::CaseRow& row) const;

private:
    std::string word(const std::string& code) const;
    template <class Enum>
    std::string word_of(const char* what, Enum value) const;

    const Messages& messages_;
    const Language language_;
    const MatterNames names_;
};

}  // namespace jingwei::exchange
