#include "core/csv.h"

#include <gtest/gtest.h>

namespace jingwei::csv {
namespace {

using Cells = std::vector<std::string>;

std::string fault(std::string_view text) {
    const auto rows = read(text);
    return rows ? "" : rows.error().code + rows.error().field;
}

TEST(Csv, NothingHasNoRows) {
    EXPECT_TRUE(read("").value().empty());
    EXPECT_TRUE(read("\xEF\xBB\xBF").value().empty());
    EXPECT_TRUE(read("\n\r\n\n").value().empty());
}

TEST(Csv, ReadsCellsQuotedAndNot) {
    const auto rows = read(
                          "\xEF\xBB\xBF"
                          "a,\"b,\"\"c\"\"\",\r\n\n\"d\ne\",,f")
                          .value();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].cells, (Cells{"a", "b,\"c\"", ""}));
    EXPECT_EQ(rows[1].cells, (Cells{"d\ne", "", "f"}));
    EXPECT_EQ(rows[1].line, 3U);
}

TEST(Csv, NamesTheLineAtFault) {
    EXPECT_EQ(fault("a\n\"b"), "csv_quote_open/2");
    EXPECT_EQ(fault("a\nb\"c\""), "csv_quote_stray/2");
    EXPECT_EQ(fault("\"a\"b"), "csv_quote_stray/1");
    EXPECT_EQ(fault(std::string(kMaxColumns, ',')), "csv_too_many_columns/1");
}

TEST(Csv, RefusesWhatExcelSavesAsPlainCsv) {
    EXPECT_EQ(fault("a,b\n\xb3\xc7\xb9\xdc\xbe\xd6,1\n"), "csv_not_utf8/2") << "城管局 in GB18030";
}

TEST(Csv, WritesWhatItReads) {
    const Cells cells{"", "a", "b,c", "\"d\"", "e\nf", "-12.5", "沂水县"};
    std::string text;
    write_row(cells, text);
    EXPECT_EQ(read(text).value()[0].cells, cells);
}

TEST(Csv, DisarmsFormulas) {
    std::string text;
    write_row({"=cmd()", "-1", "@x", "＝cmd()"}, text);
    EXPECT_EQ(text, "'=cmd(),-1,'@x,'＝cmd()\r\n");
    EXPECT_EQ(read(text).value()[0].cells, (Cells{"=cmd()", "-1", "@x", "＝cmd()"}));
    EXPECT_EQ(read("'tis,'1").value()[0].cells, (Cells{"'tis", "'1"}));
}

}  // namespace
}  // namespace jingwei::csv
