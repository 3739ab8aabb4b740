#include <filesystem>
#include <fstream>
#include <future>

#include "access/principal.h"
#include "http/routes.h"
#include "staff/staff_dbtest.h"
#include "testing/waiting.h"

namespace jingwei::staff {
namespace {

namespace fs = std::filesystem;

/// One white pixel.
constexpr std::string_view kPicture{
    "GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0"
    "\x02\x02\x44\x01\0;",
    43};

class CardOnDatabase : public StaffOnDatabase {
protected:
    fs::path folder = fs::temp_directory_path() / Uuid::make(SystemClock{}.now()).text();
    files::Files vault{database.pool(), clock, files::Vault{folder / "vault"}};
    http::Routes routes;
    std::shared_ptr<access::Principal> admin;

    void SetUp() override {
        StaffOnDatabase::SetUp();
        staff.add_routes(routes, "https://example.org", vault);
        admin = somebody(std::string(kCounty));
    }
    ~CardOnDatabase() override { fs::remove_all(folder); }

    /// A system administrator of that subtree.
    std::shared_ptr<access::Principal> somebody(std::string path) const {
        access::Grant grant;
        grant.id = Id<access::RoleGrant>::make(clock.now());
        grant.role = access::role::kSystemAdmin;
        grant.path = std::move(path);
        grant.valid_from = day(0);
        access::Principal::Who who;
        who.county = kCounty;
        who.account = Id<Account>::make(clock.now());
        return std::make_shared<access::Principal>(who, std::vector{grant});
    }

    fs::path file(std::string_view text) const {
        fs::create_directories(folder);
        const auto path = folder / Uuid::make(SystemClock{}.now()).text();
        std::ofstream{path, std::ios::binary} << text;
        return path;
    }

    using PathValues = std::vector<std::pair<std::string_view, std::string>>;
    Result<http::Reply> ask(http::Method method, std::string_view route, PathValues path,
                            std::shared_ptr<access::Principal> who = nullptr,
                            std::optional<std::string_view> upload = {}) {
        for (const auto& endpoint : routes.all()) {
            if (endpoint->path != route || endpoint->method != method) continue;
            http::Request request;
            request.method = method;
            if (upload) request.files.emplace_back("file", "me.gif", file(*upload));
            http::Exchange exchange{request, std::move(path), who, {}};
            return endpoint->run(exchange);
        }
        throw std::logic_error("no such route");
    }

    Result<http::Reply> put_photo(const Member& of, std::string_view picture = kPicture,
                                  std::shared_ptr<access::Principal> who = nullptr) {
        return ask(http::Method::kPost, "/api/v1/staff/{id}/photo", {{"id", of.id.text()}},
                   who ? who : admin, picture);
    }
    Result<http::Reply> remove_photo(const Member& of, std::shared_ptr<access::Principal> who) {
        return ask(http::Method::kDelete, "/api/v1/staff/{id}/photo", {{"id", of.id.text()}},
                   std::move(who));
    }
    /// To a passer-by.
    std::string card() {
        return ask(http::Method::kGet, "/api/v1/public/grids/{code}/card", {{"code", "371323101"}})
            ->body;
    }
    std::string photo_code(Id<File> id, std::string code = "371323101") {
        const auto found = ask(http::Method::kGet, "/api/v1/public/grids/{code}/photos/{id}",
                               {{"code", std::move(code)}, {"id", id.text()}});
        return found ? "" : found.error().code;
    }
    Id<File> photo_of(const Member& who) {
        return staff.roster(kCounty)->member(who.id)->photo.value();
    }
};

TEST_F(CardOnDatabase, ThePhotoOfWhoAnswersIsOnTheCardForEverybody) {
    const auto wang = member("王一");
    ASSERT_TRUE(appoint(post(), wang, Side::kA, day(1)));
    EXPECT_NE(card().find(R"("photo_url":null)"), std::string::npos);
    const auto put = put_photo(wang);
    ASSERT_TRUE(put) << put.error().code;
    const auto photo = photo_of(wang);
    EXPECT_NE(card().find("/api/v1/public/grids/371323101/photos/" + photo.text()),
              std::string::npos);
    EXPECT_EQ(photo_code(photo), "");
    EXPECT_EQ(photo_code(photo, "371323"), "card_photo_unknown") << "of another grid's card";
}

TEST_F(CardOnDatabase, AReplacedOrRemovedPhotoIsGone) {
    const auto wang = member("王一");
    ASSERT_TRUE(appoint(post(), wang, Side::kA, day(1)));
    ASSERT_TRUE(put_photo(wang));
    const auto first = photo_of(wang);
    ASSERT_TRUE(put_photo(wang));
    const auto second = photo_of(wang);
    EXPECT_EQ(photo_code(first), "card_photo_unknown");
    EXPECT_EQ(photo_code(second), "");
    ASSERT_TRUE(remove_photo(wang, admin));
    EXPECT_EQ(photo_code(second), "card_photo_unknown");
    const auto found =
        vault.find(db::Scope::nobody(std::string(kCounty)), second, files::Size::kThumb);
    EXPECT_EQ(found.error().code, "file_not_found") << "the database agrees";
}

TEST_F(CardOnDatabase, WhoIsAwayOrHasLeftIsNotOnTheCard) {
    const auto wang = member("王一"), li = member("李二");
    const auto lead = post();
    const auto a = appoint(lead, wang, Side::kA, day(1)).value();
    ASSERT_TRUE(appoint(lead, li, Side::kB, day(1)));
    ASSERT_TRUE(put_photo(wang));
    ASSERT_TRUE(put_photo(li));
    EXPECT_EQ(photo_code(photo_of(li)), "card_photo_unknown") << "B is not on it while A is there";
    ASSERT_TRUE(staff.set_away(everything, {Id<Away>::make(clock.now()), a.id, day(10), {}}));
    EXPECT_EQ(photo_code(photo_of(wang)), "card_photo_unknown");
    EXPECT_EQ(photo_code(photo_of(li)), "");
}

TEST_F(CardOnDatabase, AnyOtherFileIsNotThereForAStranger) {
    const auto wang = member("王一");
    ASSERT_TRUE(appoint(post(), wang, Side::kA, day(1)));
    ASSERT_TRUE(put_photo(wang));
    auto worker = db::Scope::nobody(std::string(kCounty));
    worker.account = Id<Account>::make(clock.now());
    const auto of_case = Id<File>::make(clock.now());
    ASSERT_TRUE(vault.take_in(worker, of_case, "home.gif", file(kPicture)));
    EXPECT_EQ(photo_code(of_case), "card_photo_unknown");
    EXPECT_EQ(photo_code(Id<File>::make(clock.now())), "card_photo_unknown");
    EXPECT_EQ(photo_code(of_case, "371323999"), "card_unknown");
    EXPECT_EQ(photo_code(of_case, "nowhere"), "card_unknown");
}

TEST_F(CardOnDatabase, AFormerPhotoIsRemovedAfterADayAndThePresentOneNever) {
    const auto wang = member("王一");
    ASSERT_TRUE(appoint(post(), wang, Side::kA, day(1)));
    ASSERT_TRUE(put_photo(wang));
    ASSERT_TRUE(put_photo(wang));
    clock.advance(std::chrono::days{400});
    EXPECT_EQ(vault.remove_orphans(std::string(kCounty)), 1U);
    EXPECT_EQ(photo_code(photo_of(wang)), "");
}

TEST_F(CardOnDatabase, APhotoThatIsSetWhileItIsBeingRemovedStays) {
    const auto wang = member("王一");
    auto scope = admin->scope();
    const auto photo = Id<File>::make(clock.now());
    ASSERT_TRUE(vault.take_in(scope, photo, "me.gif", file(kPicture)));
    clock.advance(files::Files::kOrphanAfter);
    static const db::Statement kSet{
        "test.set_photo", "UPDATE staff_member SET photo_id = $3 WHERE county = $1 AND id = $2"};
    db::Transaction setting{database.pool(), everything};
    ASSERT_EQ(setting.run(kSet, std::string(kCounty), wang.id, photo), 1);
    auto removed =
        std::async(std::launch::async, [&] { return vault.remove_orphans(std::string(kCounty)); });
    testing::await_waiting(database.pool());
    setting.commit();
    EXPECT_EQ(removed.get(), 0U);
    EXPECT_TRUE(vault.find(scope, photo, files::Size::kFull));
}

TEST_F(CardOnDatabase, OnlyWhoEditsPostsThereSetsAPhotoAndOnlyAPhoto) {
    const auto wang = member("王一");
    EXPECT_EQ(put_photo(wang, kPicture, somebody("371323/102")).error().code, "outside_your_scope");
    EXPECT_EQ(
        put_photo(wang, "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n").error().code,
        "member_photo_no_photo");
    EXPECT_EQ(put_photo(wang, "no picture").error().field, "/file");
    ASSERT_TRUE(put_photo(wang));
    EXPECT_EQ(remove_photo(wang, somebody("371323/102")).error().code, "outside_your_scope");
    EXPECT_TRUE(staff.roster(kCounty)->member(wang.id)->photo);
}

}  // namespace
}  // namespace jingwei::staff
