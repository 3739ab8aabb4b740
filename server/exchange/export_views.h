#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cases/case_actions.h"
#include "core/clock.h"
#include "core/id.h"
#include "core/text_type.h"

/// Copies of lists of cases, made in the background.
///
/// | route (below /api/v1)   | body → answer                                               |
/// |-------------------------|-------------------------------------------------------------|
/// | POST /exports           | ExportCases → ExportView                                    |
/// | GET  /exports           | → ExportList: the reader's own of the last day, newest first |
/// | GET  /exports/{id}/file | the bytes, to who asked for them                            |
/// | DELETE /exports/{id}    | stops it if it is being made; removes row and file          |
namespace jingwei::exchange {

struct Export;  // names Id<Export>

enum class TableFormat {
    kXlsx,  ///< Office Open XML: times are times
    kCsv,   ///< UTF-8 with a byte order mark, times as "2026-02-13 16:20" in China Standard Time
};
BOOST_DESCRIBE_ENUM(TableFormat, kXlsx, kCsv)

enum class ExportState {
    kWaiting,
    kRunning,
    kReady,   ///< until a day after it was asked for
    kFailed,  ///< `fault` says why
};
BOOST_DESCRIBE_ENUM(ExportState, kWaiting, kRunning, kReady, kFailed)

/// POST /exports: every case of the list for which the filters of `query` hold, as the reader sees
/// them while it is made. `after` and `limit` of the query do not count.
struct ExportCases {
    Id<Export> id;      ///< UUIDv7 made by the client: the same id again is the same export
    Text<1, 100> name;  ///< of the list, without an ending: what the file is called
    TableFormat format = TableFormat::kXlsx;
    cases::CaseQuery query;
};
BOOST_DESCRIBE_STRUCT(ExportCases, (), (id, name, format, query))

struct ExportView {
    Id<Export> id;
    std::string name;
    TableFormat format = TableFormat::kXlsx;
    ExportState state = ExportState::kWaiting;
    std::int32_t rows = 0;              ///< so far
    std::optional<std::int64_t> bytes;  ///< of the file that is ready
    std::optional<std::string> fault;   ///< a sentence in the reader's language
    Time asked_at;
    std::optional<Time> finished_at;
    Time kept_until;
};
BOOST_DESCRIBE_STRUCT(ExportView, (),
                      (id, name, format, state, rows, bytes, fault, asked_at, finished_at,
                       kept_until))

struct ExportList {
    std::vector<ExportView> items;
};
BOOST_DESCRIBE_STRUCT(ExportList, (), (items))

}  // namespace jingwei::exchange
