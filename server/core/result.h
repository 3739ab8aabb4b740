#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <utility>
#include <vector>

namespace jingwei {

/// Why a request was refused, as far as a caller may act on it. Only http/problem.cpp knows which
/// status code each kind becomes.
enum class RefusalKind {
    kInvalid,          ///< the input breaks a rule of its own (missing, mistyped, out of range)
    kUnauthenticated,  ///< nobody is signed in, or the sign-in failed
    kForbidden,        ///< somebody is, and may not do this
    kNotFound,         ///< it is not there, or not there for this reader
    kConflict,         ///< the state of the thing does not allow it (now)
    kTooLarge,         ///< over a stated limit of size
    kTooMany,          ///< over a stated limit of rate or number; try later
    kUnavailable,      ///< this server cannot do it now, another try later may succeed
};

/// What the sentence of a code needs to be said in full: {{"max", "200"}} fills its "{max}".
/// Shown to the caller, so it holds nothing that the caller may not see.
using Details = std::vector<std::pair<std::string, std::string>>;

/// One thing wrong with the input. `field` is a JSON pointer ("/limit/days").
struct Fault {
    std::string field;
    std::string code;
    Details details;

    friend bool operator==(const Fault&, const Fault&) = default;
};

/// An expected refusal. Bugs and outages throw instead.
///
/// `code` is stable, lower_snake_case and has a sentence in both languages in
/// data/messages/*.{zh-CN,en}.json; `field` is a JSON pointer ("/limit/days") or empty.
/// `faults` lists everything wrong with the input where there can be more than one thing.
struct Refusal {
    /// No refusal: what Result::error() answers where there is a value.
    Refusal() = default;
    Refusal(RefusalKind kind_, std::string code_, std::string field_ = {}, Details details_ = {})
        : kind(kind_),
          code(std::move(code_)),
          field(std::move(field_)),
          details(std::move(details_)) {}

    RefusalKind kind = RefusalKind::kInvalid;
    std::string code;
    std::string field;
    Details details;
    std::vector<Fault> faults;

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

template <class T>
using Result = boost::system::result<T, Refusal>;

/// Thrown when a Result that holds a Refusal is read as if it held a value: a bug of the caller.
[[noreturn]] void throw_exception_from_error(const Refusal& refusal,
                                             const boost::source_location& where);

}  // namespace jingwei
