#pragma once

#include <boost/describe.hpp>

/// The words of the case loop, as code, table and API write them ("followed_up", "pass_up", …).
/// The screen shows none of them: it has a sentence for each in both languages.
namespace jingwei::cases {

/// Where a case stands. kArchived, kRejected, kVoided and kMerged are ends.
enum class State {
    kReported,    ///< 待受理  on a desk, nobody has said yes yet
    kAccepted,    ///< 待交办  taken in, no unit has it
    kAssigned,    ///< 待签收  sent to a unit that has not signed for it
    kHandling,    ///< 处置中  the unit is on it
    kHandled,     ///< 待核查  the unit says it is done
    kVerified,    ///< 待反馈  somebody looked: it is done
    kAnswered,    ///< 待办结  the resident has been told
    kClosed,      ///< 已办结
    kFollowedUp,  ///< 已回访  the resident has been asked: solved? satisfied?
    kArchived,    ///< 已归档
    kRejected,    ///< 不予受理
    kVoided,      ///< 已作废
    kMerged,      ///< 已并案  lives on in another case; can be undone
};
BOOST_DESCRIBE_ENUM(State, kReported, kAccepted, kAssigned, kHandling, kHandled, kVerified,
                    kAnswered, kClosed, kFollowedUp, kArchived, kRejected, kVoided, kMerged)

/// What may be done to a case. Each is one row (or a few) of the table in workflow_rules.cpp.
enum class Action {
    kReport,
    kSelfClose,
    kAccept,
    kReject,
    kPassUp,
    kPassDown,
    kAssign,
    kDesignate,
    kSign,
    kReturn,
    kHandle,
    kAddCoUnit,
    kFinishCoTask,
    kAskExtension,
    kGrantExtension,
    kRefuseExtension,
    kAskSuspension,
    kSuspend,
    kRefuseSuspension,
    kResume,
    kVerifyPass,
    kVerifyFail,
    kAnswer,
    kClose,
    kFollowUp,
    kReopen,
    kArchive,
    kMerge,
    kUnmerge,
    kUrge,
    kInstruct,
    kRaisePlate,
    kReplyPlate,
    kLiftPlate,
    kVoid,
    kMakeConfidential,
    kLiftConfidential,
    kWhistle,
    kAttend,
    kConcludeSession,
    kArrive,
    kComment,
    kSamplePass,
    kSampleFail,
    kReadContact,
    kRecompute,   ///< the system alone: a provisional deadline got its calendar
    kFollowGrid,  ///< the system alone: the ground of the case went to another grid
};
BOOST_DESCRIBE_ENUM(Action, kReport, kSelfClose, kAccept, kReject, kPassUp, kPassDown, kAssign,
                    kDesignate, kSign, kReturn, kHandle, kAddCoUnit, kFinishCoTask, kAskExtension,
                    kGrantExtension, kRefuseExtension, kAskSuspension, kSuspend, kRefuseSuspension,
                    kResume, kVerifyPass, kVerifyFail, kAnswer, kClose, kFollowUp, kReopen,
                    kArchive, kMerge, kUnmerge, kUrge, kInstruct, kRaisePlate, kReplyPlate,
                    kLiftPlate, kVoid, kMakeConfidential, kLiftConfidential, kWhistle, kAttend,
                    kConcludeSession, kArrive, kComment, kSamplePass, kSampleFail, kReadContact,
                    kRecompute, kFollowGrid)

/// What somebody is to one case. One person may be several at once (a lead who holds the desk).
enum class Capacity {
    kReporter,    ///< whoever raised it
    kWorker,      ///< holds a worker's post on its grid
    kLead,        ///< leads its grid
    kInstructor,  ///< instructs its grid
    kDesk,        ///< may screen on the node whose desk holds it
    kUpper,       ///< may screen on a node above that desk
    kLeadUnit,    ///< works for the unit that has it
    kCoUnit,      ///< works for a unit that helps
    kSupervisor,  ///< may supervise where it lies
    kSystem,      ///< a timer
};
BOOST_DESCRIBE_ENUM(Capacity, kReporter, kWorker, kLead, kInstructor, kDesk, kUpper, kLeadUnit,
                    kCoUnit, kSupervisor, kSystem)

/// The way in.
enum class Channel { kWorker, kResident, kHotline, kPolice, kDepartment, kPatrol, kSystem };
BOOST_DESCRIBE_ENUM(Channel, kWorker, kResident, kHotline, kPolice, kDepartment, kPatrol, kSystem)

/// An emergency counts in minutes and has its own alarm.
enum class Urgency { kOrdinary, kUrgent, kEmergency };
BOOST_DESCRIBE_ENUM(Urgency, kOrdinary, kUrgent, kEmergency)

/// The stretches of the loop that have a limit.
enum class Stage {
    kScreen,   ///< landing on a desk → leaving it
    kSign,     ///< dispatch → the unit signs
    kHandle,   ///< dispatch (not signature) → the unit says done
    kVerify,   ///< handled → somebody looked
    kAnswer,   ///< receipt → the resident is told
    kArrival,  ///< dispatch → somebody of the unit stands there
};
BOOST_DESCRIBE_ENUM(Stage, kScreen, kSign, kHandle, kVerify, kAnswer, kArrival)

/// How one clock ended, or that it has not.
enum class ClockEnd { kRunning, kPaused, kDone, kDropped };
BOOST_DESCRIBE_ENUM(ClockEnd, kRunning, kPaused, kDone, kDropped)

/// A supervision card; each stands above the one before.
enum class Plate { kNone, kBlue, kYellow, kRed };
BOOST_DESCRIBE_ENUM(Plate, kNone, kBlue, kYellow, kRed)

enum class PlateCause { kPerson, kNotSigned, kNotAnswered };
BOOST_DESCRIBE_ENUM(PlateCause, kPerson, kNotSigned, kNotAnswered)

/// The one extension a case may have.
enum class Extension { kNone, kAsked, kGranted, kRefused, kLapsed };
BOOST_DESCRIBE_ENUM(Extension, kNone, kAsked, kGranted, kRefused, kLapsed)

/// Whether the clocks of a case stand still.
enum class Suspension { kNone, kAsked, kOn };
BOOST_DESCRIBE_ENUM(Suspension, kNone, kAsked, kOn)

/// A joint session that a grid lead whistled for.
enum class Session { kNone, kCalled, kConcluded };
BOOST_DESCRIBE_ENUM(Session, kNone, kCalled, kConcluded)

/// Checking of what a worker closed alone.
enum class Sample { kNone, kDue, kPassed, kFailed };
BOOST_DESCRIBE_ENUM(Sample, kNone, kDue, kPassed, kFailed)

/// What the resident said when asked. "Not reached" counts in no rate.
enum class Verdict { kYes, kNo, kNotReached };
BOOST_DESCRIBE_ENUM(Verdict, kYes, kNo, kNotReached)

/// The lists of the inbox.
enum class View {
    kTodo,       ///< waits for me: my desk, my unit, my grid, my post
    kWatching,   ///< I asked to follow it, or raised it
    kOverdue,    ///< in my scope, a clock is past due
    kOpen,       ///< in my scope, not ended
    kDone,       ///< in my scope, closed or ended
    kPlates,     ///< in my scope, with a plate up
    kUnsettled,  ///< asks of mine to decide: extension, suspension
};
BOOST_DESCRIBE_ENUM(View, kTodo, kWatching, kOverdue, kOpen, kDone, kPlates, kUnsettled)

}  // namespace jingwei::cases
