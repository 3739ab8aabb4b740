#pragma once

#include "access/access.h"

namespace jingwei::access {

void add_session_routes(http::Routes& routes, Access& access);
void add_own_routes(http::Routes& routes, Access& access);
void add_account_routes(http::Routes& routes, Access& access);
void add_grant_routes(http::Routes& routes, Access& access);
void add_audit_routes(http::Routes& routes, Access& access);

/// Where the caller sits: address and browser as the request shows them, cut to what is kept.
store::Seat seat_of(const http::Request& request);

/// The cookie that carries a session.
http::Cookie session_cookie(const Token& token, const SessionLimits& limits);
http::Cookie no_session_cookie();

}  // namespace jingwei::access
