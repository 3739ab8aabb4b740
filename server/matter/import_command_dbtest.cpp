#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "calendar/import_command.h"
#include "matter/import_command.h"
#include "testing/database.h"

namespace jingwei::matter {
namespace {

constexpr auto kData = JINGWEI_SOURCE_DIR "/data/";

class ImportCommand : public ::testing::Test {
protected:
    testing::Database database;
    SystemClock clock;
    Matters matters{database.pool(), clock};
    calendar::Calendars calendars{database.pool(), clock};
    Messages messages = Messages::shipped();

    void run(const std::string& words) {
        CLI::App import_app;
        add_import_command(
            import_app, [this]() -> Matters& { return matters; }, messages);
        calendar::add_import_command(
            import_app, [this]() -> calendar::Calendars& { return calendars; }, messages);
        import_app.parse(words);
    }
};

TEST_F(ImportCommand, without_a_file_takes_the_catalogue_that_ships) {
    run("catalogue --county 371323");
    EXPECT_EQ(matters.catalogue("371323")->in_force(clock.now()).size(), 156u);
}

TEST_F(ImportCommand, takes_the_files_that_ship_by_name) {
    run(std::string("catalogue --county 371323 ") + kData + "matters/default_catalogue.json");
    EXPECT_EQ(matters.catalogue("371323")->classes().size(), 10u);
    run(std::string("calendar --county 371323 ") + kData + "calendar/cn.json");
    EXPECT_TRUE(calendars.of("371323")->knows(2026));
}

TEST_F(ImportCommand, ends_the_program_on_a_file_that_is_missing_or_of_another_kind) {
    EXPECT_THROW(run("catalogue --county 371323 nowhere.json"), CLI::RuntimeError);
    EXPECT_THROW(run(std::string("catalogue --county 371323 ") + kData + "calendar/cn.json"),
                 CLI::RuntimeError);
    EXPECT_TRUE(matters.catalogue("371323")->in_force(clock.now()).empty());
}

}  // namespace
}  // namespace jingwei::matter
