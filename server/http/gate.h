#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "http/reply.h"
#include "http/request.h"

namespace jingwei::http {

/// Permissions that are none: the route is open to everybody, or to everybody signed in.
inline constexpr std::string_view kAnyone = "anyone";
inline constexpr std::string_view kSignedIn = "signed_in";

/// Who asks. access derives its Principal from it. Immutable: it is shared by the request and by
/// event streams that outlive it.
class Identity {
public:
    virtual ~Identity() = default;
    /// The language chosen in the account; nothing: as the browser says.
    virtual std::optional<Language> language() const { return std::nullopt; }
};

/// What the gate is told about the route that a request goes to.
struct Passage {
    std::string_view permission;
    Method method = Method::kGet;
    bool unsafe() const { return method != Method::kGet && method != Method::kHead; }
};

/// Decides who comes in. Implemented by access; called on a worker thread, before the body of the
/// request is looked at.
class Gate {
public:
    virtual ~Gate() = default;

    /// Who asks, by cookie or token. Null when the request claims to be nobody; a refusal when it
    /// claims to be somebody and that does not hold. May set cookies (rotation) on `head`.
    virtual Result<std::shared_ptr<const Identity>> identify(const Request& request,
                                                             ReplyHead& head) = 0;

    /// Whether `identity` (null: nobody) may pass, including the CSRF check of unsafe methods.
    /// Routes open to kAnyone are asked about too.
    virtual Result<void> admit(const Identity* identity, const Passage& passage,
                               const Request& request) = 0;
};

/// The gate of a server without accounts: lets kAnyone pass and nobody else.
class OpenGate final : public Gate {
public:
    Result<std::shared_ptr<const Identity>> identify(const Request& request,
                                                     ReplyHead& head) override;
    Result<void> admit(const Identity* identity, const Passage& passage,
                       const Request& request) override;
};

}  // namespace jingwei::http
