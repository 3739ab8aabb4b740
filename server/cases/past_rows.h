#pragma once

#include <string>
#include <vector>

#include "cases/case_record.h"
#include "db/copy_lines.h"

/// Rows of this module as COPY takes them: the structs of case_record.h, and what only statements
/// know of a table besides.
namespace jingwei::cases {

struct CaseWords {
    std::string words;  ///< text form of a tsvector
};
BOOST_DESCRIBE_STRUCT(CaseWords, (), (words))

struct OfCase {
    std::string county;
    Id<Case> case_id;
};
BOOST_DESCRIBE_STRUCT(OfCase, (), (county, case_id))

struct HelperRest {
    bool called = false;
    Time received_at;
    std::optional<Time> sort_at{};
    bool waits = true;
};
BOOST_DESCRIBE_STRUCT(HelperRest, (), (called, received_at, sort_at, waits))

struct SessionRest {
    std::optional<Time> concluded_at{};
};
BOOST_DESCRIBE_STRUCT(SessionRest, (), (concluded_at))

struct CaseFileRow {
    Id<File> file_id;
    std::int32_t step_no = 1;
};
BOOST_DESCRIBE_STRUCT(CaseFileRow, (), (file_id, step_no))

struct CaseNumberRow {
    std::string county;
    std::int32_t year = 0;
    std::int64_t next = 1;
};
BOOST_DESCRIBE_STRUCT(CaseNumberRow, (), (county, year, next))

struct CaseMergeRow {
    std::string county;
    Id<Case> survivor_id;
    Id<Case> case_id;
    Id<Step> step_id;
};
BOOST_DESCRIBE_STRUCT(CaseMergeRow, (), (county, survivor_id, case_id, step_id))

struct PastHelper {
    CoUnitRow row;
    HelperRest rest;
};

struct PastSession {
    SessionRow row;
    SessionRest rest;
};

/// A case that is held in memory, with all that hangs on it.
struct PastCase {
    CaseRecord record;
    std::vector<CaseClock> clocks{};
    std::vector<PastHelper> helpers{};  ///< by unit
    std::vector<PastSession> sessions{};
    std::vector<PlateRow> plates{};
    std::optional<ReporterRow> reporter{};
    std::vector<CaseFileRow> files{};
    std::string steps{};  ///< lines for COPY already: nothing changes a step
    Action last_action = Action::kReport;
    std::string last_by{};
    std::vector<Id<Case>> merged{};      ///< cases that live on in this one
    std::vector<CaseMergeRow> merges{};  ///< how they came and went
    std::optional<Time> looked_for{};    ///< as the index of looks has it
};

/// search_words() as the text of a tsvector.
std::string tsvector_of(const std::vector<std::string>& words);

}  // namespace jingwei::cases
