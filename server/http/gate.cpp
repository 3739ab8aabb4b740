#include "http/gate.h"

namespace jingwei::http {

Result<std::shared_ptr<const Identity>> OpenGate::identify(const Request&, ReplyHead&) {
    return std::shared_ptr<const Identity>{};
}

Result<void> OpenGate::admit(const Identity*, const Passage& passage, const Request&) {
    if (passage.permission == kAnyone) return {};
    return Refusal{RefusalKind::kUnauthenticated, "unauthenticated"};
}

}  // namespace jingwei::http
