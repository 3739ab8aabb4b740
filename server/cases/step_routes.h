#pragma once

namespace jingwei::http {
class Routes;
}

namespace jingwei::cases {

class Cases;

/// POST /cases/{id}/steps/{action}, one per action that people take.
void add_step_routes(http::Routes& routes, Cases& cases);

}  // namespace jingwei::cases
