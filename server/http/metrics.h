#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace jingwei::http {

/// Figures of the running server, printed in the text format of Prometheus. Counting is lock-free;
/// figures of other modules are asked for when somebody looks.
class Metrics {
public:
    /// Routes by the index that they have in Routes::all(); one more stands for all other answers.
    explicit Metrics(std::vector<std::string> route_names);
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    std::size_t other_route() const { return names_.size() - 1; }
    void count(std::size_t route, int status, std::chrono::nanoseconds took);

    enum class Type { kCounter, kGauge };
    /// Another figure, such as a pool's waiting threads; `read` is thread-safe and quick.
    void add(std::string name, std::string help, Type type, std::function<double()> read);

    std::string text() const;

private:
    struct Counts;
    struct Figure {
        std::string name;
        std::string help;
        Type type;
        std::function<double()> read;
    };

    std::vector<std::string> names_;
    std::unique_ptr<Counts[]> counts_;
    mutable std::mutex figures_mutex_;
    std::vector<Figure> figures_;
};

}  // namespace jingwei::http
