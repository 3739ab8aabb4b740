#pragma once

#include <fmt/format.h>

#include <concepts>
#include <exception>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/enum_name.h"
#include "core/id.h"
#include "core/time_text.h"

/// The log of the program. Personal data stays out by type: a message takes numbers, described
/// enumerations, ids and times, and nothing else. Text has to be wrapped by hand in a log::Word,
/// whose name says what may be in it; names, phones, addresses and free text never are.
namespace jingwei::log {

enum class Level { kDebug, kInfo, kWarning, kError };
BOOST_DESCRIBE_ENUM(Level, kDebug, kInfo, kWarning, kError)

/// A word of the program or its operator: a route, a module, an SQLSTATE, a file of ours, a host.
/// Not a word of any person, and nothing that a request carried.
struct Word {
    explicit Word(std::string_view text_) : text(text_) {}
    std::string_view text;
};

/// What an exception says of itself. Whoever throws keeps personal data out of what().
inline Word cause(const std::exception& thrown) { return Word{thrown.what()}; }

/// Sends lines to standard error through a LineWriter, which drops lines rather than hold up a
/// request. Call once from main, before any thread starts.
void start(Level least);
/// Writes out what is queued. Call when no other thread is left that writes.
void stop();

void write(Level level, const std::string& line);
bool enabled(Level level);

namespace detail {

template <class T>
struct IsId : std::false_type {};
template <class Of>
struct IsId<Id<Of>> : std::true_type {};

template <class T>
concept Plain = std::is_arithmetic_v<T>;
template <class T>
concept Named = std::is_enum_v<T> || IsId<T>::value || std::same_as<T, Uuid> ||
    std::same_as<T, Time> || std::same_as<T, Word>;

template <Plain T>
T shown(T value) {
    return value;
}
template <Named T>
std::string shown(const T& value) {
    if constexpr (std::is_enum_v<T>) {
        return enum_name(value);
    } else if constexpr (std::same_as<T, Time>) {
        return rfc3339(value);
    } else if constexpr (std::same_as<T, Word>) {
        return std::string(value.text);
    } else {
        return value.text();
    }
}

template <class T>
using Shown = decltype(shown(std::declval<const T&>()));

}  // namespace detail

template <class T>
concept Loggable = detail::Plain<T> || detail::Named<T>;

template <Loggable... Args>
void line(Level level, fmt::format_string<detail::Shown<Args>...> format, const Args&... args) {
    if (enabled(level)) write(level, fmt::format(format, detail::shown(args)...));
}

template <Loggable... Args>
void debug(fmt::format_string<detail::Shown<Args>...> format, const Args&... args) {
    line<Args...>(Level::kDebug, format, args...);
}
template <Loggable... Args>
void info(fmt::format_string<detail::Shown<Args>...> format, const Args&... args) {
    line<Args...>(Level::kInfo, format, args...);
}
template <Loggable... Args>
void warning(fmt::format_string<detail::Shown<Args>...> format, const Args&... args) {
    line<Args...>(Level::kWarning, format, args...);
}
template <Loggable... Args>
void error(fmt::format_string<detail::Shown<Args>...> format, const Args&... args) {
    line<Args...>(Level::kError, format, args...);
}

}  // namespace jingwei::log
