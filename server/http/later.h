#pragma once

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <utility>

#include "core/result.h"

namespace jingwei::http {

/// The answer to a question whose handler has returned without one. Whoever holds it has to give
/// it, once and on any thread: by answer(), or by go_on(), which does. (Never given, the request
/// runs into its time limit, and the server waits for it when it ends.) What it is told to do may
/// throw, as a handler may.
template <class Answer>
class Later {
public:
    /// Called once.
    using Work = std::function<Result<Answer>()>;

    virtual ~Later() = default;
    /// Does it here and now; quick.
    virtual void answer(Work work) = 0;
    /// Has a worker do it, where it may block; refused as "server_busy" when none is to be had.
    virtual void go_on(Work work) = 0;
};

/// Lets a handler return without an answer: what it answers with later. Whoever asks for it gives
/// it.
template <class Answer>
using Postpone = std::function<std::shared_ptr<Later<Answer>>()>;

/// For whoever can wait: asks, and answers when the answer is there. `ask` takes a Postpone and
/// answers now, or nothing when it postponed.
template <class Answer, class Ask>
Result<Answer> answered_here(Ask ask) {
    class Here final : public Later<Answer> {
    public:
        using Work = typename Later<Answer>::Work;
        void answer(Work work) override { given_.set_value(std::move(work)); }
        void go_on(Work work) override { given_.set_value(std::move(work)); }
        std::future<Work> given() { return given_.get_future(); }

    private:
        std::promise<Work> given_;
    };
    std::future<typename Later<Answer>::Work> given;
    std::optional<Result<Answer>> now = ask(Postpone<Answer>{[&] {
        auto here = std::make_shared<Here>();
        given = here->given();
        return here;
    }});
    return now ? std::move(*now) : given.get()();
}

}  // namespace jingwei::http
