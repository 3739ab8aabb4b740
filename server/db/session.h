#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/rows.h"

struct pg_conn;

namespace jingwei::db {

/// A plain blocking connection for what happens once: set-up, migrations, making test databases.
/// Not for requests; those use Transaction. Not thread-safe.
class Session {
public:
    /// Over what `url` says: connects as `user` unless empty, and takes on `role` unless empty.
    /// Throws Outage when it cannot connect.
    explicit Session(const std::string& url, const std::string& user = {},
                     const std::string& role = {});

    /// Any number of statements in one string; one transaction unless they say otherwise. Throws
    /// std::runtime_error with the server's words.
    void execute(const std::string& sql);
    /// One statement. Throws likewise.
    Rows query(const std::string& sql, const std::vector<std::string>& parameters = {});
    /// The first cell of the first row, empty when there is none or it is null.
    std::string value(const std::string& sql, const std::vector<std::string>& parameters = {});
    /// A COPY … FROM STDIN and all its data in text format. Throws likewise.
    void copy_in(const std::string& sql, std::string_view lines);

    /// `name` as an SQL identifier, `text` as an SQL literal.
    std::string identifier(std::string_view name) const;
    std::string literal(std::string_view text) const;

    /// As PQserverVersion: 150004 is 15.4.
    int server_version() const;

private:
    Rows checked(pg_result* result) const;

    struct Close {
        void operator()(pg_conn* connection) const;
    };
    std::unique_ptr<pg_conn, Close> connection_;
};

}  // namespace jingwei::db
