#pragma once

namespace CLI {
class App;
}

namespace jingwei {
class Clock;
class Messages;
}  // namespace jingwei

namespace jingwei::app {

/// Adds `jingwei user …`, `jingwei verify …` and `jingwei import …`: what an administrator does on
/// the machine itself, beside a server that is down (a private PostgreSQL is held by one process)
/// or on a database that several share. Each opens the database only when it is to run; `clock`
/// and `messages` outlive the parsing.
void add_administration(CLI::App& program, const Clock& clock, const Messages& messages);

}  // namespace jingwei::app
