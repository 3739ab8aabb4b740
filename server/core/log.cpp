#include "core/log.h"

#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace jingwei::log {
namespace {

constexpr std::size_t kQueuedLines = 8'192;

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
        case Level::kDebug:
            return spdlog::level::debug;
        case Level::kInfo:
            return spdlog::level::info;
        case Level::kWarning:
            return spdlog::level::warn;
        case Level::kError:
            return spdlog::level::err;
    }
    return spdlog::level::err;
}

}  // namespace

void start(Level least) {
    spdlog::init_thread_pool(kQueuedLines, 1);
    auto logger = std::make_shared<spdlog::async_logger>(
        "jingwei", std::make_shared<spdlog::sinks::stderr_sink_mt>(), spdlog::thread_pool(),
        spdlog::async_overflow_policy::overrun_oldest);
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %^%l%$ %v");
    logger->set_level(spdlog_level(least));
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
}

void stop() { spdlog::shutdown(); }

bool enabled(Level level) {
    // Without start() there is no place to write to: tests stay silent below warnings.
    const auto* logger = spdlog::default_logger_raw();
    return logger && logger->should_log(spdlog_level(level));
}

void write(Level level, const std::string& line) {
    if (auto* logger = spdlog::default_logger_raw()) logger->log(spdlog_level(level), line);
}

}  // namespace jingwei::log
