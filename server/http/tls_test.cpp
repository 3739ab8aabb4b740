#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>

#include "http/raw_client.h"
#include "http/server.h"

namespace jingwei::http {
namespace {

template <auto kFree>
struct Free {
    template <class T>
    void operator()(T* held) const {
        kFree(held);
    }
};
template <class T, auto kFree>
using Held = std::unique_ptr<T, Free<kFree>>;

class TlsTest : public testing::Test {
protected:
    TlsTest() {
        folder_ = std::filesystem::temp_directory_path() /
                  ("jingwei-tls-test-" + Uuid::make(SystemClock().now()).text());
        std::filesystem::create_directories(folder_);
        options_.port = 0;
        options_.access_log = false;
        options_.tls_certificate = folder_ / "certificate.pem";
        options_.tls_key = folder_ / "key.pem";
        const Held<EVP_PKEY, EVP_PKEY_free> key(EVP_EC_gen("P-256"));
        write_key(options_.tls_key, key.get());
        write_certificate(key.get());
    }
    ~TlsTest() override { std::filesystem::remove_all(folder_); }

    static void write_key(const std::filesystem::path& file, EVP_PKEY* key) {
        const Held<FILE, std::fclose> out(std::fopen(file.c_str(), "w"));
        PEM_write_PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    }
    void write_certificate(EVP_PKEY* key) const {
        const Held<X509, X509_free> made(X509_new());
        X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
        X509_gmtime_adj(X509_getm_notAfter(made.get()), 3'600);
        X509_set_pubkey(made.get(), key);
        X509_sign(made.get(), key, EVP_sha256());
        const Held<FILE, std::fclose> out(std::fopen(options_.tls_certificate.c_str(), "w"));
        PEM_write_X509(out.get(), made.get());
    }
    std::unique_ptr<Server> make_server() {
        return std::make_unique<Server>(options_, routes_, gate_, events_, files_, messages_,
                                        metrics_);
    }

    /// The first of what a server of this kind answers, over TLS.
    std::string ask(const std::string& path) {
        const auto server = make_server();
        server->start();
        const Held<SSL_CTX, SSL_CTX_free> context(SSL_CTX_new(TLS_client_method()));
        const Held<SSL, SSL_free> tls(SSL_new(context.get()));
        const test::RawClient client(server->port());
        SSL_set_fd(tls.get(), client.socket());
        if (SSL_connect(tls.get()) != 1) return "no TLS";
        const std::string request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
        SSL_write(tls.get(), request.data(), static_cast<int>(request.size()));
        std::string answer(8'192, '\0');
        const int size = SSL_read(tls.get(), answer.data(), static_cast<int>(answer.size()));
        answer.resize(static_cast<std::size_t>(std::max(size, 0)));
        return answer;
    }

    std::filesystem::path folder_;
    ServerOptions options_;
    Routes routes_;
    OpenGate gate_;
    Events events_;
    StaticFiles files_;
    const Messages messages_ = Messages::shipped();
    Metrics metrics_{{}};
};

TEST_F(TlsTest, speaks_tls_and_asks_browsers_to_stay_with_it) {
    const auto heard = ask("/nowhere");
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 404 "));
    EXPECT_NE(heard.find("Strict-Transport-Security: "), heard.npos);
}

TEST_F(TlsTest, keeps_cookies_to_itself) {
    routes_.get<Nothing, Nothing>(
        "/api/v1/cookies", kAnyone,
        [](const Call<>& call) -> Result<Nothing> {
            Cookie strict{"one", "1", std::chrono::seconds{60}};
            strict.strict = true;
            call.set_cookie(strict);
            call.set_cookie({"two", "2"});
            return Nothing{};
        },
        "Cookies");
    const auto heard = ask("/api/v1/cookies");
    EXPECT_NE(heard.find("Set-Cookie: one=1; Path=/; SameSite=Strict; Max-Age=60; HttpOnly; "
                         "Secure\r\n"),
              heard.npos)
        << heard;
    EXPECT_NE(heard.find("Set-Cookie: two=2; Path=/; SameSite=Lax; HttpOnly; Secure\r\n"),
              heard.npos);
}

TEST_F(TlsTest, gives_up_on_who_does_not_speak_it) {
    options_.limits.header_time = std::chrono::milliseconds(30);
    options_.limits.tick = std::chrono::milliseconds(5);
    const auto server = make_server();
    server->start();
    EXPECT_EQ(test::RawClient(server->port()).hear_all(), "");
    test::RawClient plain(server->port());
    EXPECT_EQ(plain.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n").hear_all().find("HTTP/1.1"),
              std::string::npos);
}

TEST_F(TlsTest, says_which_file_does_not_fit) {
    const Held<EVP_PKEY, EVP_PKEY_free> other(EVP_EC_gen("P-256"));
    write_key(options_.tls_key, other.get());
    EXPECT_THROW(make_server(), std::runtime_error);
    options_.tls_certificate = folder_ / "absent.pem";
    EXPECT_THROW(make_server(), std::runtime_error);
}

}  // namespace
}  // namespace jingwei::http
