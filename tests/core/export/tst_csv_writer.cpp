// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/csv_writer.h"
#include "support/plain_table.h"
#include "support/random_traffic.h"
#include "support/show.h"

#include <QTest>

#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

std::string written(
    const Table& table, const RowOrder& rows, const std::vector<std::size_t>& columns) {
    std::string text;
    writeCsv(table, rows, columns, [&](std::string_view piece) { text += piece; });
    return text;
}

/// RFC 4180 read again: records of fields.
std::vector<std::vector<std::string>> parse(const std::string& text) {
    std::vector<std::vector<std::string>> records(1, std::vector<std::string>(1));
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string& field = records.back().back();
        if (text[i] == '"' && isQuoted && i + 1 < text.size() && text[i + 1] == '"')
            field += text[i++];
        else if (text[i] == '"')
            isQuoted = !isQuoted;
        else if (text[i] == ',' && !isQuoted)
            records.back().emplace_back();
        else if (text[i] == '\n' && !isQuoted)
            records.emplace_back(1);
        else
            field += text[i];
    }
    records.pop_back(); // behind the last line end
    return records;
}

} // namespace

class TestCsvWriter : public QObject {
    Q_OBJECT

private slots:
    void writesFields_data();
    void writesFields();
    void writesTheColumnsAndRowsAsked();
    void writesHeadersAlone();
    void anyTextComesBack();
};

void TestCsvWriter::writesFields_data() {
    QTest::addColumn<Cell>("cell");
    QTest::addColumn<std::string>("field");
    const auto text = [](const char* name, const std::string& value, const std::string& field) {
        QTest::newRow(name) << Cell(value) << field;
    };
    text("plain", "telnet", "telnet");
    text("empty", "", "");
    text("blanks", " a b ", " a b ");
    text("comma", "a,b", R"("a,b")");
    text("quote", R"(say "hi")", R"("say ""hi""")");
    text("only quotes", R"("")", R"("""""")");
    text("line end", "a\nb", "\"a\nb\"");
    text("carriage return inside", "a\rb", "\"a\rb\"");
    text("semicolon", "a;b", "a;b");
    text("UTF-8", "Türkiye", "Türkiye");
    text("question marks", "??", "??");
    // What a spreadsheet would run.
    text("formula", "=1+1", "'=1+1");
    text("formula with a comma", "=A1,B1", "\"'=A1,B1\"");
    text("a command", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
    text("a link", "=HYPERLINK(\"http://example.org\")",
        "\"'=HYPERLINK(\"\"http://example.org\"\")\"");
    text("plus", "+1", "'+1");
    text("minus", "-1+1", "'-1+1");
    text("at", "@SUM(A1)", "'@SUM(A1)");
    text("tab", "\t=1", "'\t=1");
    text("carriage return", "\r=1", "\"'\r=1\"");
    text("line feed", "\n=1", "\"'\n=1\"");
    text("vertical tab", "\v=1", "'\v=1");
    text("another control character", "\x01=1", "'\x01=1");
    text("a text that is a negative number", "-5", "'-5");
    text("an equals sign further on", "a=1", "a=1");
    text("an apostrophe", "'quoted'", "'quoted'");
    // Numbers stay numbers.
    QTest::newRow("nothing") << Cell() << std::string();
    QTest::newRow("count") << Cell(std::uint64_t{1'234'567}) << std::string("1234567");
    QTest::newRow("negative number") << Cell(-2.5) << std::string("-2.5");
    QTest::newRow("share") << Cell(0.25) << std::string("0.25");
    QTest::newRow("time") << Cell(Timestamp{0}) << std::string("1970-01-01T00:00:00.000000Z");
    QTest::newRow("time before 1970")
        << Cell(Timestamp{-1'000'000'000}) << std::string("1969-12-31T23:59:59.000000Z");
}

void TestCsvWriter::writesFields() {
    QFETCH(Cell, cell);
    QFETCH(std::string, field);
    QCOMPARE(csvField(cell), field);
}

void TestCsvWriter::writesTheColumnsAndRowsAsked() {
    const PlainTable table({{"name", "Name", Format::text, ""}, {"port", "Port", Format::port, ""},
                               {"rate_pps", "Rate", Format::number, ""}},
        {{std::string("one"), std::uint64_t{1}, 0.5},
            {std::string("t,wo"), std::uint64_t{2}, Cell()},
            {std::string("=three"), std::uint64_t{3}, -1.0}});
    std::string all;
    writeCsv(table, [&](std::string_view piece) { all += piece; });
    QCOMPARE(all, std::string("name,port,rate_pps\none,1,0.5\n\"t,wo\",2,\n'=three,3,-1\n"));
    QCOMPARE(written(table, {2, 0}, {1, 0}), std::string("port,name\n3,'=three\n1,one\n"));
    QCOMPARE(written(table, {1}, {0, 0}), std::string("name,name\n\"t,wo\",\"t,wo\"\n"));
}

void TestCsvWriter::writesHeadersAlone() {
    const PlainTable table({{"name", "Name", Format::text, ""}}, {});
    QCOMPARE(written(table, {}, {0}), std::string("name\n"));
}

/// Whatever the text, it is one field of one record, itself or behind an apostrophe.
void TestCsvWriter::anyTextComesBack() {
    Random random(1);
    constexpr std::string_view kLetters = "ab,\"\n\r=+-@'\t ;";
    std::vector<std::vector<Cell>> cells;
    for (int row = 0; row < 500; ++row) {
        std::vector<Cell>& line = cells.emplace_back();
        for (int column = 0; column < 3; ++column) {
            std::string text;
            for (std::uint64_t length = random.below(6); length > 0; --length)
                text += kLetters[random.below(kLetters.size())];
            line.emplace_back(text);
        }
    }
    const PlainTable table(
        {{"a", "A", Format::text, ""}, {"b", "B", Format::text, ""}, {"c", "C", Format::text, ""}},
        cells);
    const auto records = parse(written(table, allRows(table), {0, 1, 2}));
    QCOMPARE(records.size(), std::size_t{501});
    for (std::size_t row = 0; row < 500; ++row) {
        QCOMPARE(records[row + 1].size(), std::size_t{3});
        for (std::size_t column = 0; column < 3; ++column) {
            const std::string text = std::get<std::string>(cells[row][column]);
            const std::string& field = records[row + 1][column];
            QVERIFY2(field == text || field == "'" + text, text.c_str());
            QVERIFY(field.empty() || std::string("=+-@\t\r\n").find(field[0]) == std::string::npos);
        }
    }
}

QTEST_APPLESS_MAIN(TestCsvWriter)
#include "tst_csv_writer.moc"
