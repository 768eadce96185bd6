// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_table.h"
#include "export/table_file.h"
#include "support/plain_table.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <filesystem>
#include <limits>
#include <memory>
#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

/// Tables as JSON, and as files that carry where they are from.
class TestJsonTable : public QObject {
    Q_OBJECT

private slots:
    void writesRowsAndColumnsAsked();
    void keysOfSeveralLinesAreLists();
    void oddTextsStayJson();
    void noRowsAreAnEmptyList();
    void csvGetsASidecar();
    void withoutItsSidecarThereIsNoTable();
    void jsonIsOneFile();

private:
    static std::shared_ptr<const Table> table();
    TemporaryFolder m_folder;
};

std::shared_ptr<const Table> TestJsonTable::table() {
    return std::make_shared<PlainTable>(
        std::vector<Column>{{"name", "Name", Format::text, ""}, {"port", "Port", Format::port, ""},
            {"rate_pps", "Rate", Format::number, ""}, {"first", "First", Format::time, ""}},
        std::vector<std::vector<Cell>>{
            {std::string("one"), std::uint64_t{23}, 0.25, Timestamp{1'500'000'000}},
            {std::string("=two"), std::uint64_t{80}, Cell(), Timestamp{0}}});
}

namespace {

std::string jsonOf(const Table& table, const RowOrder& rows,
    const std::vector<std::size_t>& columns, const std::vector<std::string>& provenance) {
    std::string text;
    writeJsonTable(
        table, rows, columns, provenance, [&](std::string_view piece) { text += piece; });
    return text;
}

} // namespace

void TestJsonTable::writesRowsAndColumnsAsked() {
    QCOMPARE(jsonOf(*table(), {1, 0}, {3, 0, 2}, {"content: plain"}),
        std::string("{\n  \"format\": \"sweepscope-table/1\",\n  \"table\": \"plain\",\n"
                    "  \"provenance\": {\"content\":\"plain\"},\n  \"rows\": [\n"
                    "    {\"first\":\"1970-01-01T00:00:00.000000Z\",\"name\":\"=two\","
                    "\"rate_pps\":null},\n"
                    "    {\"first\":\"1970-01-01T00:00:01.500000Z\",\"name\":\"one\","
                    "\"rate_pps\":0.25}\n  ]\n}\n"));
}

void TestJsonTable::keysOfSeveralLinesAreLists() {
    const std::string text = jsonOf(*table(), {}, {0},
        {"capture: a.pcap (1 frame)", "capture: b: c.pcap", "capture: d", "command: x --y"});
    QVERIFY(text.find("{\"capture\":[\"a.pcap (1 frame)\",\"b: c.pcap\",\"d\"],"
                      "\"command\":\"x --y\"}") != std::string::npos);
}

void TestJsonTable::oddTextsStayJson() {
    const PlainTable odd({{"a", "A", Format::text, ""}, {"b", "B", Format::number, ""}},
        {{std::string("\"\n\xff"), std::numeric_limits<double>::quiet_NaN()}});
    const std::string text = jsonOf(odd, {0}, {0, 1}, {});
    QVERIFY(text.find("{\"a\":\"\\\"\\n\xef\xbf\xbd\",\"b\":null}") != std::string::npos);
}

void TestJsonTable::noRowsAreAnEmptyList() {
    QVERIFY(jsonOf(*table(), {}, {0}, {}).ends_with("\"rows\": []\n}\n"));
}

void TestJsonTable::csvGetsASidecar() {
    const std::string path = m_folder.path("table.csv");
    QVERIFY(writeTableFile(TablePart::whole(table()), {"content: x", "command: y"}, path).ok());
    QCOMPARE(readText(path),
        std::string("name,port,rate_pps,first\none,23,0.25,1970-01-01T00:00:01.500000Z\n"
                    "'=two,80,,1970-01-01T00:00:00.000000Z\n"));
    QCOMPARE(readText(path + ".provenance.txt"), std::string("content: x\ncommand: y\n"));
}

void TestJsonTable::withoutItsSidecarThereIsNoTable() {
    const std::string path = m_folder.path("alone.csv");
    std::filesystem::create_directory(path + ".provenance.txt");
    const Status written = writeTableFile(TablePart::whole(table()), {"content: x"}, path);
    QVERIFY(!written.ok());
    QVERIFY(written.error().message().find("alone.csv.provenance.txt") != std::string::npos);
    QVERIFY(!std::filesystem::exists(path));
}

void TestJsonTable::jsonIsOneFile() {
    const std::string path = m_folder.path("table.json");
    QVERIFY(writeTableFile(TablePart::whole(table()), {"content: x"}, path).ok());
    QVERIFY(readText(path).find("\"provenance\": {\"content\":\"x\"}") != std::string::npos);
    QVERIFY(!std::filesystem::exists(path + ".provenance.txt"));
}

QTEST_APPLESS_MAIN(TestJsonTable)
#include "tst_json_table.moc"
