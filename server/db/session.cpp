#include "db/session.h"

#include <libpq-fe.h>

#include <algorithm>
#include <stdexcept>

#include "db/error.h"

namespace jingwei::db {
namespace {

pg_conn* connect(const std::string& url, const std::string& user, const std::string& role) {
    std::string settings = "-c timezone=UTC -c datestyle=ISO -c client_min_messages=warning";
    if (!role.empty()) settings += " -c role=" + role;
    const char* const keys[] = {"dbname",  "application_name", "client_encoding",
                                "options", "connect_timeout",  user.empty() ? nullptr : "user",
                                nullptr};
    const char* const values[] = {url.c_str(), "jingwei set-up", "UTF8", settings.c_str(),
                                  "5",         user.c_str(),     nullptr};
    return PQconnectdbParams(keys, values, 1);
}

struct Free {
    void operator()(char* text) const { PQfreemem(text); }
};

}  // namespace

void Session::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

Session::Session(const std::string& url, const std::string& user, const std::string& role)
    : connection_(connect(url, user, role)) {
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
        std::string why = PQerrorMessage(connection_.get());
        why.erase(why.find_last_not_of(" \n") + 1);
        throw Outage{"cannot connect to the database: " + why};
    }
    PQsetNoticeProcessor(
        connection_.get(), [](void*, const char*) {}, nullptr);
}

Rows Session::checked(pg_result* result) const {
    Rows rows{result};
    const auto status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) {
        throw std::runtime_error(PQerrorMessage(connection_.get()));
    }
    return rows;
}

void Session::execute(const std::string& sql) { checked(PQexec(connection_.get(), sql.c_str())); }

Rows Session::query(const std::string& sql, const std::vector<std::string>& parameters) {
    std::vector<const char*> texts;
    for (const auto& parameter : parameters)
        texts.push_back(parameter.c_str());
    return checked(PQexecParams(connection_.get(), sql.c_str(), static_cast<int>(texts.size()),
                                nullptr, texts.data(), nullptr, nullptr, 0));
}

std::string Session::value(const std::string& sql, const std::vector<std::string>& parameters) {
    const Rows rows = query(sql, parameters);
    return rows.size() == 0 || rows.columns() == 0 ? std::string{} : std::string{rows.text(0, 0)};
}

void Session::copy_in(const std::string& sql, std::string_view lines) {
    constexpr std::size_t kPiece = std::size_t{1} << 20;  // libpq counts in int
    PGresult* begun = PQexec(connection_.get(), sql.c_str());
    bool sent = PQresultStatus(begun) == PGRES_COPY_IN;
    PQclear(begun);
    if (!sent) throw std::runtime_error(PQerrorMessage(connection_.get()));
    for (; sent && !lines.empty(); lines.remove_prefix(std::min(kPiece, lines.size()))) {
        const auto size = static_cast<int>(std::min(kPiece, lines.size()));
        sent = PQputCopyData(connection_.get(), lines.data(), size) == 1;
    }
    if (!sent || PQputCopyEnd(connection_.get(), nullptr) != 1)
        throw std::runtime_error(PQerrorMessage(connection_.get()));
    checked(PQgetResult(connection_.get()));
    while (PGresult* more = PQgetResult(connection_.get()))
        PQclear(more);
}

std::string Session::identifier(std::string_view name) const {
    const std::unique_ptr<char, Free> quoted{
        PQescapeIdentifier(connection_.get(), name.data(), name.size())};
    return quoted.get();
}

std::string Session::literal(std::string_view text) const {
    const std::unique_ptr<char, Free> quoted{
        PQescapeLiteral(connection_.get(), text.data(), text.size())};
    return quoted.get();
}

int Session::server_version() const { return PQserverVersion(connection_.get()); }

}  // namespace jingwei::db
