#include <gtest/gtest.h>

#include "core/clock.h"
#include "core/enum_name.h"
#include "core/id.h"
#include "core/result.h"

namespace jingwei {
namespace {

enum class Fruit { kApple, kDragonFruit };
BOOST_DESCRIBE_ENUM(Fruit, kApple, kDragonFruit)

TEST(Uuid, reads_back_what_it_writes) {
    const Uuid made = Uuid::make(Time{std::chrono::seconds{1'760'000'000}});
    EXPECT_EQ(Uuid::parse(made.text()), made);
    EXPECT_EQ(made.text()[14], '7');
}

TEST(Uuid, made_later_sorts_later) {
    const Time first{std::chrono::seconds{1'760'000'000}};
    EXPECT_LT(Uuid::make(first), Uuid::make(first + std::chrono::milliseconds{1}));
}

TEST(Uuid, of_a_moment_lie_between_the_least_of_it_and_the_least_of_the_next) {
    const Time at = std::chrono::sys_days{std::chrono::year{2026} / 2 / 13};
    const Uuid made = Uuid::make(at);
    EXPECT_GE(made, Uuid::least(at));
    EXPECT_LT(made, Uuid::least(at + std::chrono::milliseconds{1}));
    EXPECT_TRUE(Uuid::least(Time{} - std::chrono::hours{1}).is_nil());
}

TEST(Uuid, refuses_what_is_not_a_uuid) {
    for (const auto* text :
         {"", "x", "01890a5d-ac96-774b-bcce-b302099a805", "01890a5dxac96-774b-bcce-b302099a8057",
          "01890a5d-ac96-774b-bcce-b302099a80570", "g1890a5d-ac96-774b-bcce-b302099a8057"}) {
        EXPECT_FALSE(Uuid::parse(text)) << text;
    }
}

TEST(EnumName, is_snake_case_and_reads_back) {
    EXPECT_EQ(enum_name(Fruit::kDragonFruit), "dragon_fruit");
    EXPECT_EQ(enum_from_name<Fruit>("dragon_fruit"), Fruit::kDragonFruit);
    EXPECT_EQ(enum_from_name<Fruit>("DragonFruit"), std::nullopt);
}

TEST(Clock, china_day_turns_at_sixteen_hours_utc) {
    const Time before =
        std::chrono::sys_days{std::chrono::year{2026} / 2 / 13} + std::chrono::hours{15};
    EXPECT_EQ(china_day(before), Day{std::chrono::local_days{std::chrono::year{2026} / 2 / 13}});
    EXPECT_EQ(china_day(before + std::chrono::hours{1}),
              Day{std::chrono::local_days{std::chrono::year{2026} / 2 / 14}});
}

TEST(Result, a_refusal_read_as_a_value_is_a_bug) {
    const Result<int> refused{Refusal{RefusalKind::kInvalid, "too_small", "/n"}};
    EXPECT_THROW((void)refused.value(), std::logic_error);
}

}  // namespace
}  // namespace jingwei
