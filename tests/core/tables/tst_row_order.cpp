// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plain_table.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "tables/row_order.h"

#include <QTest>

#include <algorithm>
#include <cctype>
#include <functional>
#include <limits>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

using MakeCell = std::function<Cell(Random&)>;

/// Few values, so that many are equal; some are empty.
Cell randomText(Random& random) {
    static const std::vector<std::string> kTexts = {"", "a", "b", "ab", "long text one",
        "long text two", "long tex", "Zebra", "zebra", "\xc3\xa4", "~", "12", "9"};
    return kTexts[random.below(kTexts.size())];
}

Cell randomNumber(Random& random) {
    static const std::vector<std::uint64_t> kNumbers = {0, 1, 2, 9, 10, 65'535, 65'536,
        std::uint64_t{1} << 40, std::numeric_limits<std::uint64_t>::max()};
    return kNumbers[random.below(kNumbers.size())];
}

Cell randomReal(Random& random) {
    static const std::vector<double> kReals = {0.0, -0.0, 0.5, -0.5, 1e-300, -1e300, 1e300, 3.25,
        1.0 / 3, std::numeric_limits<double>::infinity()};
    return kReals[random.below(kReals.size())];
}

Cell randomTime(Random& random) {
    static const std::vector<std::int64_t> kTimes = {0, -1, 1, 1'540'857'600'000'000'000,
        std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min() + 1};
    return Timestamp{kTimes[random.below(kTimes.size())]};
}

/// Empty before all; texts by their bytes; numbers and times by their value.
bool isLess(const Cell& a, const Cell& b) {
    if (std::holds_alternative<std::monostate>(a) || std::holds_alternative<std::monostate>(b))
        return std::holds_alternative<std::monostate>(a) &&
               !std::holds_alternative<std::monostate>(b);
    return a < b;
}

PlainTable tableOf(Format format, std::vector<Cell> cells) {
    std::vector<std::vector<Cell>> rows;
    for (Cell& cell : cells)
        rows.push_back({std::move(cell)});
    return {{{"value", "Value", format, ""}}, std::move(rows)};
}

std::string textOf(const RowOrder& rows) {
    std::string text;
    for (const std::uint32_t row : rows)
        text += std::to_string(row) + " ";
    return text;
}

/// The text of a cell, small letters, by the C library.
std::string smallText(const Cell& cell) {
    std::string text = plainText(cell);
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x80)
            c = static_cast<char>(std::tolower(c));
    }
    return text;
}

} // namespace

Q_DECLARE_METATYPE(MakeCell)
Q_DECLARE_METATYPE(sweepscope::Format)

class TestRowOrder : public QObject {
    Q_OBJECT

private slots:
    void sortsAsAStableSortOfCells_data();
    void sortsAsAStableSortOfCells();
    void keepsTheOrderOfEqualRows();
    void sortsAFilteredOrder();
    void emptyCellsComeFirst_data();
    void emptyCellsComeFirst();
    void filters_data();
    void filters();
    void filtersAsANaiveSearchDoes();
    void stopsWhenAsked();
    void showsCellsAsText_data();
    void showsCellsAsText();
};

void TestRowOrder::sortsAsAStableSortOfCells_data() {
    QTest::addColumn<Format>("format");
    QTest::addColumn<MakeCell>("make");
    const auto row = [](const char* name, Format format, const MakeCell& make) {
        QTest::newRow(name) << format << make;
    };
    row("texts", Format::text, randomText);
    row("counts", Format::count, randomNumber);
    row("ports", Format::port, randomNumber);
    row("numbers", Format::number, randomReal);
    row("shares", Format::share, randomReal);
    row("times", Format::time, randomTime);
    row("texts and nothing", Format::text, [](Random& random) {
        const Cell text = randomText(random);
        return text == Cell(std::string()) ? Cell() : text; // as tables have it
    });
    row("counts from one and nothing", Format::count,
        [](Random& random) { return random.oneIn(3) ? Cell() : Cell(1 + random.below(9)); });
    row("times and nothing", Format::time,
        [](Random& random) { return random.oneIn(3) ? Cell() : randomTime(random); });
}

void TestRowOrder::sortsAsAStableSortOfCells() {
    QFETCH(Format, format);
    QFETCH(MakeCell, make);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Random random(seed);
        std::vector<Cell> cells;
        for (std::uint64_t i = random.below(200); i > 0; --i)
            cells.push_back(make(random));
        const PlainTable table = tableOf(format, cells);
        for (const bool isDescending : {false, true}) {
            RowOrder expected = allRows(table);
            std::stable_sort(
                expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
                    return isDescending ? isLess(cells[b], cells[a]) : isLess(cells[a], cells[b]);
                });
            QCOMPARE(
                textOf(sortRows(table, allRows(table), 0, isDescending, {})), textOf(expected));
        }
    }
}

void TestRowOrder::keepsTheOrderOfEqualRows() {
    const PlainTable table = tableOf(
        Format::text, {std::string("same begin, then b"), std::string("same begin, then a"),
                          std::string("same begin, then b"), std::string("same begin, then a")});
    QCOMPARE(textOf(sortRows(table, {0, 1, 2, 3}, 0, false, {})), std::string("1 3 0 2 "));
    QCOMPARE(textOf(sortRows(table, {0, 1, 2, 3}, 0, true, {})), std::string("0 2 1 3 "));
    QCOMPARE(textOf(sortRows(table, {3, 2, 1, 0}, 0, false, {})), std::string("3 1 2 0 "));
}

void TestRowOrder::sortsAFilteredOrder() {
    const PlainTable table = tableOf(
        Format::count, {std::uint64_t{5}, std::uint64_t{3}, std::uint64_t{4}, std::uint64_t{1}});
    QCOMPARE(textOf(sortRows(table, {0, 2, 3}, 0, false, {})), std::string("3 2 0 "));
    QCOMPARE(textOf(sortRows(table, {}, 0, false, {})), std::string());
    QCOMPARE(textOf(allRows(table)), std::string("0 1 2 3 "));
}

void TestRowOrder::emptyCellsComeFirst_data() {
    QTest::addColumn<Format>("format");
    QTest::addColumn<Cell>("least"); ///< that a column of the format can hold
    QTest::newRow("a text") << Format::text << Cell(std::string("\1"));
    QTest::newRow("a count of zero") << Format::count << Cell(std::uint64_t{0});
    QTest::newRow("a number") << Format::number << Cell(-std::numeric_limits<double>::infinity());
    QTest::newRow("a time") << Format::time
                            << Cell(Timestamp{std::numeric_limits<std::int64_t>::min() + 1});
}

/// That there is nothing to say is not the same as zero.
void TestRowOrder::emptyCellsComeFirst() {
    QFETCH(Format, format);
    QFETCH(Cell, least);
    const PlainTable table = tableOf(format, {least, Cell(), least, Cell()});
    QCOMPARE(textOf(sortRows(table, allRows(table), 0, false, {})), std::string("1 3 0 2 "));
    QCOMPARE(textOf(sortRows(table, allRows(table), 0, true, {})), std::string("0 2 1 3 "));
}

void TestRowOrder::filters_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("rows");
    const auto row = [](const char* name, const char* text, const char* rows) {
        QTest::newRow(name) << std::string(text) << std::string(rows);
    };
    row("nothing keeps all", "", "0 1 2 ");
    row("a part of a text", "ell", "0 ");
    row("whatever the case", "HELLO", "0 ");
    row("the other way round", "world", "1 ");
    row("a number", "44", "0 2 ");
    row("part of a time", "2018-10-30", "2 ");
    row("in no cell", "xyz", "");
    row("not across cells", "hello445", "");
    row("letters beyond ASCII", "é", "1 ");
}

void TestRowOrder::filters() {
    QFETCH(std::string, text);
    QFETCH(std::string, rows);
    const PlainTable table({{"a", "A", Format::text, ""}, {"b", "B", Format::port, ""}},
        {{std::string("Hello"), std::uint64_t{445}}, {std::string("WORLD é"), Cell()},
            {Timestamp{1'540'857'600'000'000'000}, std::uint64_t{1'443}}});
    QCOMPARE(textOf(filterRows(table, allRows(table), text, {})), rows);
}

void TestRowOrder::filtersAsANaiveSearchDoes() {
    Random random(1);
    std::vector<Cell> cells;
    for (int i = 0; i < 300; ++i)
        cells.push_back(random.oneIn(2) ? randomText(random) : randomNumber(random));
    const PlainTable table = tableOf(Format::text, cells);
    const RowOrder backwards = sortRows(table, allRows(table), 0, true, {});
    for (const std::string wanted : {"a", "te", "6", "ZEB", "long text t", ""}) {
        RowOrder expected;
        for (const std::uint32_t row : backwards) {
            if (smallText(cells[row]).find(smallText(wanted)) != std::string::npos)
                expected.push_back(row);
        }
        QCOMPARE(textOf(filterRows(table, backwards, wanted, {})), textOf(expected));
    }
}

void TestRowOrder::stopsWhenAsked() {
    const PlainTable table = tableOf(Format::count, std::vector<Cell>(50'000, std::uint64_t{1}));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(filterRows(table, allRows(table), "1", stop.get_token()).size() < 50'000);
    (void)sortRows(table, allRows(table), 0, false, stop.get_token()); // only must come back
}

void TestRowOrder::showsCellsAsText_data() {
    QTest::addColumn<Cell>("cell");
    QTest::addColumn<std::string>("text");
    QTest::newRow("nothing") << Cell() << std::string();
    QTest::newRow("text") << Cell(std::string("a \"b\"")) << std::string("a \"b\"");
    QTest::newRow("zero") << Cell(std::uint64_t{0}) << std::string("0");
    QTest::newRow("a large number")
        << Cell(std::numeric_limits<std::uint64_t>::max()) << std::string("18446744073709551615");
    QTest::newRow("a fraction") << Cell(0.1) << std::string("0.1");
    QTest::newRow("a negative number") << Cell(-2.5) << std::string("-2.5");
    QTest::newRow("a third") << Cell(1.0 / 3) << std::string("0.3333333333333333");
    QTest::newRow("a time") << Cell(Timestamp{1'540'857'600'250'000'000})
                            << std::string("2018-10-30T00:00:00.250000Z");
}

void TestRowOrder::showsCellsAsText() {
    QFETCH(Cell, cell);
    QFETCH(std::string, text);
    QCOMPARE(plainText(cell), text);
}

QTEST_APPLESS_MAIN(TestRowOrder)
#include "tst_row_order.moc"
