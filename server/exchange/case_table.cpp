#include "exchange/case_table.h"

#include <array>

#include "core/enum_name.h"

namespace jingwei::exchange {
namespace {

constexpr std::array kColumns{"code",    "state",   "light",  "due",     "plate",
                              "urgency", "channel", "matter", "summary", "address",
                              "grid",    "desk",    "unit",   "received"};

}  // namespace

CaseTable::CaseTable(const Messages& messages, Language language, MatterNames names)
    : messages_(messages), language_(language), names_(std::move(names)) {}

std::vector<std::string> CaseTable::head() const {
    std::vector<std::string> titles;
    for (const char* column : kColumns)
        titles.push_back(word(std::string("export.column.") + column));
    return titles;
}

std::vector<Cell> CaseTable::cells(const cases::CaseRow& row) const {
    const auto matter = names_.find(row.matter_name);
    return {row.code,
            word_of("case.state.", row.state),
            row.light ? Cell{word_of("export.light.", *row.light)} : Cell{},
            row.due_at ? Cell{*row.due_at} : Cell{},
            row.plate == cases::Plate::kNone ? Cell{} : Cell{word_of("export.plate.", row.plate)},
            word_of("export.urgency.", row.urgency),
            word_of("export.channel.", row.channel),
            matter == names_.end() ? row.matter_name : matter->second,
            row.summary,
            row.address,
            row.grid_name,
            row.desk_name,
            row.unit_name,
            row.received_at};
}

std::string CaseTable::word(const std::string& code) const {
    return messages_.sentence(language_, code, {});
}

template <class Enum>
std::string CaseTable::word_of(const char* what, Enum value) const {
    return word(what + enum_name(value));
}

}  // namespace jingwei::exchange
