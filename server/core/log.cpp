#include "core/log.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "core/line_writer.h"

namespace jingwei::log {
namespace {

class StandardError final : public spdlog::sinks::base_sink<std::mutex> {
    void sink_it_(const spdlog::details::log_msg& message) override {
        spdlog::memory_buf_t line;
        formatter_->format(message, line);
        writer_.add({line.data(), line.size()});
    }
    void flush_() override { writer_.hurry(); }

    LineWriter writer_{STDERR_FILENO};
};

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
    auto logger = std::make_shared<spdlog::logger>("jingwei", std::make_shared<StandardError>());
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
