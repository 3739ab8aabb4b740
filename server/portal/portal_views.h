#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cases/cases.h"
#include "core/text_type.h"

/// What strangers send and are told. Private to portal.
namespace jingwei::portal {

inline constexpr std::size_t kMostPhotos = 3;
inline constexpr std::size_t kMostGrids = 6;
inline constexpr std::size_t kMostSuggestions = 4;

// ── looking ──────────────────────────────────────────────────────────────────────────────────

/// GET /public/grids: by the words of an address, or by a position.
struct FindGrid {
    std::optional<Text<2, 100>> q;
    std::optional<double> lon, lat;  ///< both or neither; degrees, at most 180 and 90
};
BOOST_DESCRIBE_STRUCT(FindGrid, (), (q, lon, lat))

struct FoundGrid {
    std::string code;  ///< of its card
    std::string name;
    std::string full_name;
};
BOOST_DESCRIBE_STRUCT(FoundGrid, (), (code, name, full_name))

struct FoundGrids {
    std::vector<FoundGrid> items;
};
BOOST_DESCRIBE_STRUCT(FoundGrids, (), (items))

struct PublicMatter {
    Id<Matter> id;
    std::string name;  ///< in the reader's language
    bool emergency = false;
};
BOOST_DESCRIBE_STRUCT(PublicMatter, (), (id, name, emergency))

struct PublicClass {
    std::string name;
    std::vector<PublicMatter> matters;
};
BOOST_DESCRIBE_STRUCT(PublicClass, (), (name, matters))

struct PublicCatalogue {
    std::vector<PublicClass> classes;
};
BOOST_DESCRIBE_STRUCT(PublicCatalogue, (), (classes))

struct PublicSuggest {
    Lines<1, 1000> text;
};
BOOST_DESCRIBE_STRUCT(PublicSuggest, (), (text))

struct PublicSuggestions {
    std::vector<PublicMatter> items;
};
BOOST_DESCRIBE_STRUCT(PublicSuggestions, (), (items))

// ── reporting ────────────────────────────────────────────────────────────────────────────────

/// The text fields of POST /public/reports; photos are the parts "photo". Where it is: a position,
/// the code of a grid, the words of an address, or several of these. A position where nothing is
/// drawn is taken too: the county's desk finds out whose it is.
struct ResidentReport {
    Id<Case> id;       ///< UUIDv7 made by the client: the same again gets the same receipt again
    Id<Step> step_id;  ///< likewise
    Lines<4, 2000> description;
    std::optional<Id<Matter>> matter;  ///< absent: what the description speaks for
    std::optional<double> lon, lat;    ///< both or neither; degrees, at most 180 and 90
    std::optional<Text<1, 40>> grid;   ///< its code
    std::optional<Text<2, 200>> address;
    std::optional<Text<1, 60>> name;
    /// Seven digits or more; absent: nobody is told, and nothing can be followed.
    std::optional<Text<7, 30>> phone;
};
BOOST_DESCRIBE_STRUCT(ResidentReport, (),
                      (id, step_id, description, matter, lon, lat, grid, address, name, phone))

struct ReceiptView {
    std::string code;
    Time received_at;
    std::optional<Time> answer_due_at;  ///< absent: without a phone nobody can be told
    std::string mark;                   ///< proves that this installation gave it
    std::string url;                    ///< of the page where anybody can check it
    std::string qr_svg;                 ///< holds `url`; in the current colour of the page
    /// Photos that were not kept, because residents have sent all that a day has room for.
    std::int32_t photos_left_out = 0;
};
BOOST_DESCRIBE_STRUCT(ReceiptView, (),
                      (code, received_at, answer_due_at, mark, url, qr_svg, photos_left_out))

/// GET /public/receipts/check: what stands on the receipt.
struct CheckReceipt {
    Text<1, 40> code;
    Whole<0, 253'402'300'799> at;  ///< seconds since 1970
    std::optional<Whole<0, 253'402'300'799>> by;
    Text<1, 60> mark;
};
BOOST_DESCRIBE_STRUCT(CheckReceipt, (), (code, at, by, mark))

struct ReceiptChecked {
    bool genuine = false;
};
BOOST_DESCRIBE_STRUCT(ReceiptChecked, (), (genuine))

// ── following ────────────────────────────────────────────────────────────────────────────────

/// The rest of a receipt: it opens nothing, but its holder waits for no lock that others caused.
struct ReceiptShown {
    Whole<0, 253'402'300'799> at;  ///< seconds since 1970
    std::optional<Whole<0, 253'402'300'799>> by;
    Text<1, 60> mark;
};
BOOST_DESCRIBE_STRUCT(ReceiptShown, (), (at, by, mark))

/// What shows that somebody raised a case.
struct Shown {
    Text<1, 40> code;  ///< with or without hyphens
    Text<4, 4> tail;   ///< the last digits of the phone
    std::optional<ReceiptShown> receipt;
};
BOOST_DESCRIBE_STRUCT(Shown, (), (code, tail, receipt))

enum class ToldState {
    kReceived,   ///< nobody has said yes yet
    kAccepted,   ///< taken in
    kHandling,   ///< with a unit
    kChecking,   ///< done, says the unit; being looked at
    kAnswered,   ///< there is an answer
    kClosed,     ///< over
    kRefused,    ///< not taken in; the answer says why
    kWithdrawn,  ///< void
};
BOOST_DESCRIBE_ENUM(ToldState, kReceived, kAccepted, kHandling, kChecking, kAnswered, kClosed,
                    kRefused, kWithdrawn)

enum class ToldDeed {
    kReceived,
    kAccepted,
    kSent,     ///< to `unit`
    kStarted,  ///< `unit` has signed for it
    kHandled,
    kJoined,    ///< with other reports of the same
    kAnswered,  ///< with `text`
    kClosed,
    kRefused,  ///< for the reason in `text`
    kWithdrawn,
    kJudged,  ///< by the resident
    kReopened,
};
BOOST_DESCRIBE_ENUM(ToldDeed, kReceived, kAccepted, kSent, kStarted, kHandled, kJoined, kAnswered,
                    kClosed, kRefused, kWithdrawn, kJudged, kReopened)

struct ToldStep {
    ToldDeed deed = ToldDeed::kReceived;
    Time at;
    std::string unit;  ///< its name; empty where none is told
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ToldStep, (), (deed, at, unit, text))

/// A case as its resident sees it: no names of staff, no inner words.
struct ToldCase {
    std::string code;
    std::int32_t step_no = 0;  ///< send it back as expected_step
    ToldState state = ToldState::kReceived;
    std::string matter;  ///< empty for what is not public
    Time received_at;
    std::optional<Time> answer_due_at;
    std::string answer;
    std::vector<ToldStep> steps;  ///< oldest first
    bool can_judge = false;       ///< the two questions are open
    bool can_reopen = false;
    std::optional<cases::Verdict> solved, satisfied;
};
BOOST_DESCRIBE_STRUCT(ToldCase, (),
                      (code, step_no, state, matter, received_at, answer_due_at, answer, steps,
                       can_judge, can_reopen, solved, satisfied))

/// The two questions, each by itself.
struct Judge : Shown {
    Id<Step> step_id;
    cases::StepNo expected_step;
    bool solved = false;
    bool satisfied = false;
    std::optional<Lines<1, 1000>> note;
};
BOOST_DESCRIBE_STRUCT(Judge, (Shown), (step_id, expected_step, solved, satisfied, note))

/// It is not solved: what is wrong still.
struct Reopen : Shown {
    Id<Step> step_id;
    cases::StepNo expected_step;
    Lines<2, 1000> text;
};
BOOST_DESCRIBE_STRUCT(Reopen, (Shown), (step_id, expected_step, text))

}  // namespace jingwei::portal
