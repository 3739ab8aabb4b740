#pragma once

#include "cases/workflow_rules.h"

/// What must hold for a row of the table to apply, each with the reason given when it does not.
namespace jingwei::cases::condition {

using S = const Standing&;
using W = const Surroundings&;

inline constexpr Condition running{"case_suspended",
                                   [](S s, W) { return s.suspension != Suspension::kOn; }};
inline constexpr Condition is_suspended{"case_not_suspended",
                                        [](S s, W) { return s.suspension == Suspension::kOn; }};
inline constexpr Condition suspension_asked{
    "case_no_suspension_asked", [](S s, W) { return s.suspension == Suspension::kAsked; }};
inline constexpr Condition no_suspension{"case_suspension_pending",
                                         [](S s, W) { return s.suspension == Suspension::kNone; }};
inline constexpr Condition extension_asked{"case_no_extension_asked",
                                           [](S s, W) { return s.extension == Extension::kAsked; }};
inline constexpr Condition before_due{"case_already_overdue",
                                      [](S, W w) { return !w.handling_overdue; }};
inline constexpr Condition no_red_plate{"case_red_plate_up",
                                        [](S s, W) { return s.plate != Plate::kRed; }};
inline constexpr Condition plate_up{"case_no_plate_up",
                                    [](S s, W) { return s.plate != Plate::kNone; }};
inline constexpr Condition returns_left{
    "case_must_designate", [](S s, W w) { return s.rounds.returns < w.bounds.returns; }};
inline constexpr Condition returned_enough{
    "case_designate_too_early", [](S s, W w) { return s.rounds.returns >= w.bounds.returns; }};
inline constexpr Condition not_designated{"case_unit_was_designated",
                                          [](S s, W) { return !s.designated; }};
inline constexpr Condition desk_above{"case_no_desk_above", [](S, W w) { return w.desk_above; }};
inline constexpr Condition desk_below{"case_no_desk_below", [](S, W w) { return w.desk_below; }};
inline constexpr Condition grid_may_close{"case_grid_may_not_close",
                                          [](S, W w) { return w.grid_may_close; }};
inline constexpr Condition first_time{"case_self_closed_before",
                                      [](S s, W) { return !s.self_closed; }};
inline constexpr Condition co_tasks_done{"case_co_tasks_open",
                                         [](S s, W) { return s.open_co_tasks == 0; }};
inline constexpr Condition co_task_open{"case_no_co_task_open",
                                        [](S s, W) { return s.open_co_tasks > 0; }};
inline constexpr Condition nobody_waits{"case_answer_first",
                                        [](S, W w) { return !w.answer_wanted; }};
inline constexpr Condition survivor_answered{"case_survivor_unanswered",
                                             [](S, W w) { return w.survivor_answered; }};
inline constexpr Condition unjudged{"case_followed_up_before", [](S, W w) { return !w.judged; }};
inline constexpr Condition holds_no_reports{"case_holds_merged_reports",
                                            [](S s, W) { return s.merged_reports == 0; }};
inline constexpr Condition sample_due{"case_no_sample_due",
                                      [](S s, W) { return s.sample == Sample::kDue; }};
inline constexpr Condition no_sample_due{"case_sample_due",
                                         [](S s, W) { return s.sample != Sample::kDue; }};
inline constexpr Condition session_called{"case_no_session_called",
                                          [](S s, W) { return s.session == Session::kCalled; }};
inline constexpr Condition no_session_called{"case_session_called",
                                             [](S s, W) { return s.session != Session::kCalled; }};
inline constexpr Condition arrival_awaited{"case_no_arrival_awaited",
                                           [](S, W w) { return w.arrival_awaited; }};
inline constexpr Condition confidential{"case_not_confidential",
                                        [](S s, W) { return s.confidential; }};
inline constexpr Condition not_confidential{"case_is_confidential",
                                            [](S s, W) { return !s.confidential; }};

}  // namespace jingwei::cases::condition
