// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table_model.h"
#include "models/table_view.h"
#include "style/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace sweepscope;

namespace {

/// Numbers that a seed decides, and their names.
class NumberTable final : public Table {
public:
    explicit NumberTable(std::size_t rows, std::uint64_t factor = 7919)
        : m_rows(rows)
        , m_factor(factor) {}

    [[nodiscard]] std::string_view name() const override { return "numbers"; }

    [[nodiscard]] const std::vector<Column>& columns() const override {
        static const std::vector<Column> kColumns = {
            {"number", "Number", Format::count, "A number"},
            {"name", "Name", Format::text, "Its name"}};
        return kColumns;
    }

    [[nodiscard]] std::size_t rows() const override { return m_rows; }

    [[nodiscard]] Cell cell(std::size_t row, std::size_t column) const override {
        const std::uint64_t number = (row * m_factor + 13) % 100'003;
        if (column == 0)
            return number;
        return "n" + std::to_string(number % 10);
    }

private:
    std::size_t m_rows;
    std::uint64_t m_factor;
};

/// One column of these.
class NameTable final : public Table {
public:
    explicit NameTable(std::vector<std::string> names)
        : m_names(std::move(names)) {}

    [[nodiscard]] std::string_view name() const override { return "names"; }

    [[nodiscard]] const std::vector<Column>& columns() const override {
        static const std::vector<Column> kColumns = {{"name", "Name", Format::text, "A name"}};
        return kColumns;
    }

    [[nodiscard]] std::size_t rows() const override { return m_names.size(); }

    [[nodiscard]] Cell cell(std::size_t row, std::size_t /*column*/) const override {
        return m_names[row];
    }

private:
    std::vector<std::string> m_names;
};

/// One number, whose title looks like it.
class TwinTable final : public Table {
public:
    [[nodiscard]] std::string_view name() const override { return "twins"; }

    [[nodiscard]] const std::vector<Column>& columns() const override {
        static const std::vector<Column> kColumns = {
            {"twin", "888888", Format::port, "Like its cell"}};
        return kColumns;
    }

    [[nodiscard]] std::size_t rows() const override { return 1; }

    [[nodiscard]] Cell cell(std::size_t /*row*/, std::size_t /*column*/) const override {
        return std::uint64_t{888'888};
    }
};

/// A number, two texts wider than any column, and a number.
class WideTable final : public Table {
public:
    [[nodiscard]] std::string_view name() const override { return "wide"; }

    [[nodiscard]] const std::vector<Column>& columns() const override {
        static const std::vector<Column> kColumns = {{"row", "Row", Format::count, "A number"},
            {"a", "A", Format::text, "A text"}, {"b", "B", Format::text, "Another"},
            {"size", "Size", Format::count, "A number"}};
        return kColumns;
    }

    [[nodiscard]] std::size_t rows() const override { return 1; }

    [[nodiscard]] Cell cell(std::size_t /*row*/, std::size_t column) const override {
        return column == 1 || column == 2 ? Cell(std::string(100, 'x')) : Cell(std::uint64_t{7});
    }
};

/// From the first to the last column of pixels that differs from the corner, in some lines.
std::pair<int, int> inkIn(const QImage& picture, int top, int bottom) {
    std::pair<int, int> ink(picture.width(), -1);
    for (int y = top; y < bottom; ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixel(x, y) != picture.pixel(0, top))
                ink = {std::min(ink.first, x), std::max(ink.second, x)};
        }
    }
    return ink;
}

/// The model's cells as lines of text.
QStringList linesOf(const QAbstractItemModel& model) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        lines << cells.join(QLatin1Char(' '));
    }
    return lines;
}

} // namespace

class TestTableModel : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void isAModel();
    void showsTitlesAndCells();
    void sortsByNumberNotByText();
    void sortsManyRowsInTheBackground();
    void filters();
    void keepsOrderForANewTable();
    void selectionFollowsItsRow();
    void copiesTabsBetweenCells();
    void leavesOutHiddenColumns();
    void columnsAreChosenBeforeThereIsATable();
    void namesOfLaterRowsAreNotCut();
    void sortedNamesAreNotCut();
    void textsGiveWayUntilAllIsInSight();
    void largerTextsGetWiderColumns();
    void titlesStandAboveTheirNumbers();
};

void TestTableModel::isAModel() {
    TableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTable(std::make_shared<NumberTable>(50));
    model.sort(0, Qt::DescendingOrder);
    model.setFilter(QStringLiteral("n3"));
    model.setTable(std::make_shared<NumberTable>(20, 31));
    model.setFilter(QString());
    model.sort(1, Qt::AscendingOrder);
    model.setTable(std::make_shared<NumberTable>(10'000));
    QSignalSpy ordered(&model, &TableModel::rowsOrdered);
    QVERIFY(ordered.wait());
    model.sort(0, Qt::AscendingOrder);
    QVERIFY(ordered.wait());
}

void TestTableModel::showsTitlesAndCells() {
    TableModel model;
    model.setTable(std::make_shared<NumberTable>(3));
    QCOMPARE(
        model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Number"));
    QCOMPARE(model.headerData(1, Qt::Horizontal, TableModel::exportNameRole).toString(),
        QStringLiteral("name"));
    QCOMPARE(linesOf(model), QStringList({QStringLiteral("13 n3"), QStringLiteral("7,932 n2"),
                                             QStringLiteral("15,851 n1")})
                                 .replaceInStrings(QStringLiteral(","), QString()));
}

void TestTableModel::sortsByNumberNotByText() {
    TableModel model;
    model.setTable(std::make_shared<NumberTable>(4)); // 13, 7932, 15851, 23770
    model.sort(0, Qt::DescendingOrder);
    QCOMPARE(linesOf(model).first(), QStringLiteral("23770 n0"));
    model.sort(0, Qt::AscendingOrder);
    QCOMPARE(linesOf(model).first(), QStringLiteral("13 n3"));
}

void TestTableModel::sortsManyRowsInTheBackground() {
    TableModel model;
    const auto table = std::make_shared<NumberTable>(50'000);
    model.setTable(table);
    QSignalSpy ordered(&model, &TableModel::rowsOrdered);
    model.sort(0, Qt::DescendingOrder);
    QVERIFY(model.isSorting());
    QTRY_VERIFY(!model.isSorting());
    std::uint64_t before = ~std::uint64_t{0};
    for (const std::uint32_t row : model.rows()) {
        const auto number = std::get<std::uint64_t>(table->cell(row, 0));
        QVERIFY(number <= before);
        before = number;
    }
}

void TestTableModel::filters() {
    TableModel model;
    model.setTable(std::make_shared<NumberTable>(100));
    model.setFilter(QStringLiteral("N3"));
    QVERIFY(model.rowCount() > 0 && model.rowCount() < 100);
    for (const QString& line : linesOf(model))
        QVERIFY2(line.contains(QLatin1String("n3")), qPrintable(line));
    model.setFilter(QString());
    QCOMPARE(model.rowCount(), 100);
}

void TestTableModel::keepsOrderForANewTable() {
    TableModel model;
    model.setTable(std::make_shared<NumberTable>(100));
    model.sort(0, Qt::DescendingOrder);
    model.setTable(std::make_shared<NumberTable>(200, 131));
    QCOMPARE(model.rowCount(), 200);
    int before = INT_MAX;
    for (int row = 0; row < model.rowCount(); ++row) {
        const int number = model.index(row, 0).data().toString().toInt();
        QVERIFY(number <= before);
        before = number;
    }
}

void TestTableModel::selectionFollowsItsRow() {
    TableView view;
    view.tableModel().setTable(std::make_shared<NumberTable>(30));
    view.setCurrentIndex(view.tableModel().index(4, 0));
    const auto row = view.currentRow();
    QVERIFY(row.has_value());
    view.sortByColumn(0, Qt::DescendingOrder);
    QCOMPARE(view.currentRow(), row);
    QVERIFY(view.currentIndex().row() != 4);
}

void TestTableModel::copiesTabsBetweenCells() {
    TableView view;
    view.tableModel().setTable(std::make_shared<NumberTable>(3));
    view.show();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("13\tn3\n7932\tn2\n15851\tn1\n"));
    QCOMPARE(
        view.selectionText(true).section(QLatin1Char('\n'), 0, 0), QStringLiteral("Number\tName"));
}

void TestTableModel::leavesOutHiddenColumns() {
    TableView view;
    view.tableModel().setTable(std::make_shared<NumberTable>(3));
    view.horizontalHeader()->moveSection(1, 0);
    QCOMPARE(view.visibleColumns(), (std::vector<std::size_t>{1, 0}));
    view.showColumns({QStringLiteral("name")});
    QCOMPARE(view.visibleColumns(), (std::vector<std::size_t>{1}));
}

void TestTableModel::columnsAreChosenBeforeThereIsATable() {
    TableView view;
    view.showColumns({QStringLiteral("name")});
    view.tableModel().setTable(std::make_shared<NumberTable>(3));
    QCOMPARE(view.visibleColumns(), (std::vector<std::size_t>{1}));
    view.setColumnHidden(0, false); // the user's choice holds for later tables
    view.tableModel().setTable(std::make_shared<NumberTable>(5));
    QCOMPARE(view.visibleColumns(), (std::vector<std::size_t>{0, 1}));
    view.restoreColumns();
    QCOMPARE(view.visibleColumns(), (std::vector<std::size_t>{1}));
}

void TestTableModel::namesOfLaterRowsAreNotCut() {
    TableView view;
    view.tableModel().setTable(std::make_shared<NameTable>(std::vector<std::string>{"1.1.1.1"}));
    const int before = view.columnWidth(0);
    const std::vector<std::string> longer = {"1.1.1.1", "191.124.200.203"};
    view.tableModel().setTable(std::make_shared<NameTable>(longer));
    const int after = view.columnWidth(0);
    QVERIFY(after > before);
    view.tableModel().setTable(std::make_shared<NameTable>(std::vector<std::string>{"1.1.1.1"}));
    QCOMPARE(view.columnWidth(0), after); // and nothing jumps back
}

/// Two texts of 200 pixels and a number do not fit into 400: the texts give way, the number does
/// not.
void TestTableModel::textsGiveWayUntilAllIsInSight() {
    TableView view;
    view.resize(400, 200);
    view.show();
    view.tableModel().setTable(std::make_shared<WideTable>());
    const auto isAllInSight = [&] {
        return view.horizontalHeader()->length() <= view.viewport()->width();
    };
    QVERIFY(isAllInSight());
    const int number = view.columnWidth(3);
    QVERIFY(view.columnWidth(1) < ColumnWidths::kWidest);
    view.resize(1000, 200);
    QCOMPARE(view.columnWidth(1), ColumnWidths::kWidest);
    QCOMPARE(view.columnWidth(3), number);
    view.resize(200, 200); // no use: it has to be scrolled
    QCOMPARE(view.columnWidth(1), ColumnWidths::kWidest);
    view.setColumnWidth(1, 150); // as the user does
    view.resize(400, 200);
    QCOMPARE(view.columnWidth(1), 150);
    QCOMPARE(view.columnWidth(2), ColumnWidths::kWidest);
}

void TestTableModel::largerTextsGetWiderColumns() {
    applyLook(Look::light);
    TableView view;
    view.resize(900, 200);
    view.show();
    view.tableModel().setTable(std::make_shared<NameTable>(std::vector<std::string>{"1.1.1.1"}));
    const int before = view.columnWidth(0);
    setTextSize(150);
    applyLook(Look::light);
    QTRY_VERIFY(view.columnWidth(0) > before);
    setTextSize(100);
    applyLook(Look::light);
    QTRY_COMPARE(view.columnWidth(0), before);
    qApp->setStyleSheet(QString());
}

/// Title and number are one text: where both are whole and end at one place, so does their ink. No
/// room is left for more than that.
/// Only the first thousand rows tell a width.
void TestTableModel::sortedNamesAreNotCut() {
    std::vector<std::string> names(3'000, "1.1.1.1");
    names.emplace_back("191.124.200.203");
    TableView view;
    view.tableModel().setTable(std::make_shared<NameTable>(names));
    const int before = view.columnWidth(0);
    view.sortByColumn(0, Qt::DescendingOrder);
    QVERIFY(view.columnWidth(0) > before);
}

void TestTableModel::titlesStandAboveTheirNumbers() {
    applyLook(Look::light);
    TableView view;
    view.tableModel().setTable(std::make_shared<TwinTable>());
    view.resize(400, 200);
    view.ensurePolished();
    view.sizeColumns();
    const QImage header = view.horizontalHeader()->grab().toImage();
    const QImage cells = view.viewport()->grab().toImage();
    const QRect cell = view.visualRect(view.tableModel().index(0, 0));
    const int line = 3; // below titles and cells
    const auto title = inkIn(header, line, header.height() - line);
    const auto number = inkIn(cells, cell.top() + line, cell.bottom() - line);
    QVERIFY(number.first < number.second);
    // Within the rounding of a glyph's place.
    QVERIFY(std::abs(title.first - number.first) <= 1);
    QVERIFY(std::abs(title.second - number.second) <= 1);
    QVERIFY(view.columnWidth(0) < number.second - number.first + 3 * metrics::kGrid);
    qApp->setStyleSheet(QString());
}

QTEST_MAIN(TestTableModel)
#include "tst_table_model.moc"
