// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/display_text.h"
#include "pages/card.h"
#include "style/style_sheet.h"
#include "style/theme.h"
#include "window/recent_menu.h"
#include "window/shortcuts_dialog.h"
#include "window_driver.h"

#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QMenuBar>
#include <QMimeData>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

using namespace sweepscope;
using namespace sweepscope::tests;

/// What every program does alike: copy, find, recent files, columns, times, closing.
class TestConventions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void copyTakesTheSelection();
    void findGoesFromRowToRow();
    void columnsAreKept();
    void timesAreShownInEitherZone();
    void textSizeIsRemembered();
    void missingRecentFilesAreGrey();
    void everyShortcutIsUniqueAndListed();
    void chartsSpeakInASentence();
    void titleNamesTheDocumentFirst();
    void droppedFilesAreOpened();
    void chartsLeaveDropsToTheWindow();
    void emptyTablesSayWhatToDo();
    void panelsFoldAndUnfold();
    void scannerNeverWidensTheWindow();
    void cardHeadsWrapBeforeTheyWiden();
    void styleHasItsPictures();
    void styleDrawsWhereBarsGoOn();
    void closeGoesBackToTheFirstPage();

private:
    QAction* action(const QString& text);

    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TestConventions::initTestCase() {
    qputenv("TZ", "America/New_York"); // before any time is shown
    setUpWindowTests();
    m_window = windowForSample({1280, 800});
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
}

QAction* TestConventions::action(const QString& text) {
    const auto actions = m_window->findChildren<QAction*>();
    for (QAction* const each : actions) {
        if (QString(each->text()).remove(QLatin1Char('&')) == text)
            return each;
    }
    return nullptr;
}

void TestConventions::copyTakesTheSelection() {
    m_window->tabs().showPage(m_window->portsPage());
    TableView& table = m_window->portsPage().table();
    table.setFocus();
    table.selectRow(0);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    const QString row = QApplication::clipboard()->text();
    QCOMPARE(row.count(QLatin1Char('\n')), 1);
    QCOMPARE(row.count(QLatin1Char('\t')), static_cast<int>(table.visibleColumns().size()) - 1);
    action(QStringLiteral("Copy With Headers"))->trigger();
    const QString both = QApplication::clipboard()->text();
    QVERIFY(both.endsWith(row));
    QVERIFY(both.startsWith(
        table.model()
            ->headerData(static_cast<int>(table.visibleColumns().front()), Qt::Horizontal)
            .toString()));
}

void TestConventions::findGoesFromRowToRow() {
    TableView& table = m_window->portsPage().table();
    table.setCurrentIndex(table.model()->index(0, 0));
    FindBar& bar = table.findBar();
    bar.open();
    QVERIFY(bar.isVisible());
    QTest::keyClicks(&bar.field(), QStringLiteral("docker"));
    QSignalSpy found(&bar, &FindBar::found);
    const auto rowText = [&] {
        QString text;
        for (int column = 0; column < table.model()->columnCount(); ++column)
            text += table.model()->index(table.currentIndex().row(), column).data().toString();
        return text;
    };
    QTest::keyClick(&bar.field(), Qt::Key_Return);
    QVERIFY(found.count() == 1 || found.wait());
    const int first = table.currentIndex().row();
    QVERIFY(rowText().contains(QLatin1String("docker")));
    QTest::keyClick(&bar.field(), Qt::Key_Return);
    QTRY_COMPARE(found.count(), 2);
    QVERIFY(table.currentIndex().row() > first);
    QTest::keyClick(&bar.field(), Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(found.count(), 3);
    QCOMPARE(table.currentIndex().row(), first);
    bar.field().setText(QStringLiteral("no such thing"));
    QSignalSpy notFound(&bar, &FindBar::notFound);
    bar.findNext();
    QVERIFY(notFound.wait());
    QTest::keyClick(&bar.field(), Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
}

void TestConventions::columnsAreKept() {
    TableView& table = m_window->tabs().countries().table();
    const ColumnChoice asMade = ColumnChoice::of(table);
    table.setColumnHidden(1, true);
    table.horizontalHeader()->moveSection(4, 0); // as by hand
    const ColumnChoice chosen = ColumnChoice::of(table);
    QVERIFY(!(chosen == asMade));
    QCOMPARE(ColumnChoice::remembered(table.objectName()), chosen);
    {
        MainWindow another({});
        another.show();
        QVERIFY(showsAnswerAfter(another, [&] { another.openCaptures({sampleCapture()}); }));
        QCOMPARE(ColumnChoice::of(another.tabs().countries().table()), chosen);
    }
    table.restoreColumns();
    QCOMPARE(ColumnChoice::of(table), asMade);
    QCOMPARE(ColumnChoice::remembered(table.objectName()), ColumnChoice());
    // All hidden makes no sense and is passed over.
    ColumnChoice none = asMade;
    none.hidden = none.order;
    none.applyTo(table);
    QVERIFY(!table.visibleColumns().empty());
}

void TestConventions::timesAreShownInEitherZone() {
    const Timestamp noon{1'773'144'000LL * 1'000'000'000}; // 2026-03-10 12:00:00 UTC
    QCOMPARE(displayTime(noon), QStringLiteral("2026-03-10 12:00:00"));
    action(QStringLiteral("Times in Local Time"))->trigger();
    QCOMPARE(displayTime(noon), QStringLiteral("2026-03-10 08:00:00"));
    QCOMPARE(Settings::zone(), DisplayZone::local);
    TableView& table = m_window->scannersPage().table();
    QStringList titles;
    for (int column = 0; column < table.model()->columnCount(); ++column)
        titles << table.model()->headerData(column, Qt::Horizontal).toString();
    QVERIFY(titles.join(QLatin1Char(' ')).contains(QLatin1String("(local time)")));
    // Files stay in UTC.
    const QString path = m_folder.filePath(QStringLiteral("report.html"));
    QSignalSpy saved(&m_window->reportExport(), &ReportExport::saved);
    m_window->reportExport().writeReport(path);
    QVERIFY(saved.wait(30'000));
    const QString html = QString::fromStdString(readText(path.toStdString()));
    QVERIFY(html.contains(QLatin1String("(UTC)")));
    QVERIFY(!html.contains(QLatin1String("local time")));
    action(QStringLiteral("Times in Local Time"))->trigger();
    QCOMPARE(displayTime(noon), QStringLiteral("2026-03-10 12:00:00"));
}

/// Files keep the usual size: they are the same wherever they are made.
void TestConventions::textSizeIsRemembered() {
    const auto trigger = [this](const char* text) { action(QLatin1String(text))->trigger(); };
    PortSizesChart& chart = m_window->portsPage().chart();
    const auto exported = [&] {
        const ThemeScope scope(Theme::print(), QString());
        return chart.image({600, 400}, 1);
    };
    const QImage before = exported();
    const int usual = QApplication::font().pixelSize();
    trigger("Larger Text");
    trigger("Larger Text");
    QVERIFY(QApplication::font().pixelSize() > usual);
    QCOMPARE(Settings::textSize(), 125);
    QVERIFY(exported() == before);
    for (int step = 0; step < 9; ++step)
        trigger("Smaller Text");
    QCOMPARE(Settings::textSize(), 90);
    trigger("Usual Text Size");
    QCOMPARE(QApplication::font().pixelSize(), usual);
    QCOMPARE(Settings::textSize(), 100);
}

void TestConventions::missingRecentFilesAreGrey() {
    Settings::clearRecentFiles();
    Settings::addRecentFile(m_folder.filePath(QStringLiteral("gone.pcap")));
    Settings::addRecentFile(sampleCapture());
    RecentMenu menu;
    menu.popup(QPoint());
    QTRY_VERIFY(!menu.actions().value(1)->isEnabled());
    QVERIFY(menu.actions().value(0)->isEnabled());
    QVERIFY(menu.actions().value(1)->text().contains(QLatin1String("gone.pcap")));
    menu.close();
    for (int i = 0; i < 20; ++i)
        Settings::addRecentFile(QString::number(i));
    QCOMPARE(Settings::recentFiles().size(), 10);
}

void TestConventions::everyShortcutIsUniqueAndListed() {
    QHash<QString, QString> seen;
    const auto actions = m_window->findChildren<QAction*>();
    for (const QAction* const each : actions) {
        for (const QKeySequence& keys : each->shortcuts()) {
            const QString text = keys.toString();
            QVERIFY2(!seen.contains(text), qPrintable(text + seen.value(text) + each->text()));
            seen.insert(text, each->text());
        }
    }
    const ShortcutsDialog dialog(*m_window->menuBar());
    QStringList listed;
    for (int row = 0; row < dialog.table().rowCount(); ++row)
        listed << dialog.table().item(row, 0)->text();
    for (const char* const keys : {"Ctrl+O", "Ctrl+C", "Ctrl+Shift+C", "Ctrl+Z", "Ctrl+Q"})
        QVERIFY2(listed.contains(QLatin1String(keys)), keys);
}

void TestConventions::chartsSpeakInASentence() {
    const auto charts = m_window->findChildren<ChartWidget*>();
    int shown = 0;
    for (const ChartWidget* const chart : charts) {
        QVERIFY(!chart->accessibleName().isEmpty());
        if (chart->numbers() == nullptr)
            continue; // it has nothing to show yet
        ++shown;
        QVERIFY(chart->accessibleDescription().size() > 10);
        QCOMPARE(chart->accessibleDescription(), chart->description());
        QVERIFY(chart->numbers()->rows() > 0);
    }
    QVERIFY(shown >= 5);
    for (const TableView* const table : m_window->findChildren<TableView*>())
        QVERIFY(!table->accessibleName().isEmpty());
}

void TestConventions::titleNamesTheDocumentFirst() {
    QVERIFY(m_window->windowTitle().startsWith(QLatin1String("telescope-day.pcap.gz")));
    QCOMPARE(m_window->windowFilePath(), sampleCapture());
}

void TestConventions::droppedFilesAreOpened() {
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(sampleCapture())});
    QVERIFY(showsAnswerAfter(*m_window, [&] {
        // Qt hands a drop to whoever took the drag.
        QDragEnterEvent enter(
            QPoint(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
    }));
}

/// Qt gives a drag to the innermost widget that would take one.
void TestConventions::chartsLeaveDropsToTheWindow() {
    const auto charts = m_window->findChildren<ChartWidget*>();
    QVERIFY(!charts.isEmpty());
    for (ChartWidget* const chart : charts) {
        QWidget* taker = chart->viewport();
        while (!taker->acceptDrops() && taker->parentWidget() != nullptr)
            taker = taker->parentWidget();
        QCOMPARE(taker, m_window.get());
    }
}

void TestConventions::emptyTablesSayWhatToDo() {
    const Term nowhere = CountryId::fromCode("AQ");
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->exploration().narrow({{nowhere}, {}}); }));
    m_window->tabs().showPage(m_window->scannersPage());
    TableView& table = m_window->scannersPage().table();
    QTRY_COMPARE(table.tableModel().rowCount(), 0);
    QVERIFY(table.emptyText().contains(QLatin1String("Esc shows all scans")));
    const QImage empty = table.viewport()->grab().toImage();
    table.setEmptyText({});
    QVERIFY(table.viewport()->grab().toImage() != empty); // it was drawn
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->exploration().reset(); }));
}

void TestConventions::panelsFoldAndUnfold() {
    auto* const fold = qobject_cast<QToolButton*>(m_window->tabs().cornerWidget(Qt::TopLeftCorner));
    QVERIFY(fold != nullptr);
    QVERIFY(m_window->thresholds().isVisible());
    QVERIFY(fold->accessibleName().startsWith(QLatin1String("Fold")));
    QTest::mouseClick(fold, Qt::LeftButton);
    QVERIFY(!m_window->thresholds().isVisible());
    QVERIFY(fold->accessibleName().startsWith(QLatin1String("Unfold")));
    m_window->docks().save();
    {
        MainWindow other({});
        other.show();
        QVERIFY(!other.thresholds().isVisible()); // as it was left
    }
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QTRY_VERIFY(m_window->thresholds().isVisible());
    // Without a scanner there is nothing to unfold.
    m_window->docks().hideScanner();
    QVERIFY(!m_window->tabs().cornerWidget(Qt::TopRightCorner)->isVisible());
}

void TestConventions::scannerNeverWidensTheWindow() {
    m_window->resize(1280, 800);
    for (int page = 0; page < m_window->tabs().count(); ++page) {
        m_window->tabs().setCurrentIndex(page);
        TableView& scanners = m_window->scannersPage().table();
        scanners.setCurrentIndex({});
        scanners.setCurrentIndex(scanners.tableModel().index(0, 0));
        QTRY_VERIFY(m_window->scanner().isVisible());
        QCoreApplication::processEvents();
        QString wide; // what cannot be narrower
        for (const QWidget* const each : m_window->findChildren<QWidget*>()) {
            if (each->isVisible() && each->minimumSizeHint().width() > 400)
                wide += QLatin1String(each->metaObject()->className()) + QLatin1Char(' ') +
                        QString::number(each->minimumSizeHint().width()) + QLatin1Char('\n');
        }
        QTRY_VERIFY2(m_window->width() == 1280, qPrintable(wide));
        QVERIFY(m_window->tabs().cornerWidget(Qt::TopRightCorner)->isVisible());
    }
    QTest::keyClick(m_window.get(), Qt::Key_F9, Qt::ShiftModifier);
    QTRY_VERIFY(!m_window->scanner().isVisible());
}

void TestConventions::cardHeadsWrapBeforeTheyWiden() {
    Card card(QStringLiteral("A title of some length for a card"));
    QList<QToolButton*> buttons;
    for (int i = 0; i < 6; ++i) {
        buttons << new QToolButton();
        buttons.last()->setText(QStringLiteral("Button number %1").arg(i));
        card.addControl(buttons.last());
    }
    card.setContent(new QWidget());
    const int widest = buttons.last()->sizeHint().width();
    QVERIFY(card.minimumSizeHint().width() < 3 * widest);
    card.resize(10 * widest, 200);
    card.show();
    QTRY_COMPARE(buttons.first()->y(), buttons.last()->y());
    card.resize(card.minimumSizeHint().width(), 400);
    QTRY_VERIFY(buttons.first()->y() > buttons.last()->y());
    for (const QToolButton* const each : buttons) {
        QVERIFY(card.rect().contains(each->geometry()));
        for (const QToolButton* const other : buttons)
            QVERIFY(each == other || !each->geometry().intersects(other->geometry()));
    }
}

/// Boxes, lists and number fields draw their marks themselves where the style sheet names none:
/// half of a button was left of those of number fields.
void TestConventions::styleHasItsPictures() {
    static const QRegularExpression kPicture(
        QStringLiteral("([\\w:-]+) \\{ image: url\\(([^)]+)\\)"));
    for (const Theme* const look : {&Theme::light(), &Theme::dark()}) {
        const QString sheet = styleSheet(*look);
        QStringList marks;
        for (auto found = kPicture.globalMatch(sheet); found.hasNext();) {
            const auto match = found.next();
            marks << match.captured(1);
            QVERIFY2(QFile::exists(match.captured(2)), qPrintable(match.captured(2)));
        }
        for (const char* const mark :
            {"QComboBox::down-arrow", "QAbstractSpinBox::up-arrow", "QAbstractSpinBox::down-arrow"})
            QVERIFY2(marks.contains(QLatin1String(mark)), mark);
    }
}

/// What opens the rest of a bar that is too long.
void TestConventions::styleDrawsWhereBarsGoOn() {
    const auto drawn = [](QStyle::StandardPixmap which) {
        return QApplication::style()->standardIcon(which).pixmap(16, 16).toImage();
    };
    const QImage right = drawn(QStyle::SP_ToolBarHorizontalExtensionButton);
    const QImage down = drawn(QStyle::SP_ToolBarVerticalExtensionButton);
    QCOMPARE(right.size(), QSize(16, 16));
    QCOMPARE(right.pixelColor(0, 0).alpha(), 0);
    int drawnPixels = 0;
    for (int x = 0; x < right.width(); ++x)
        drawnPixels += right.pixelColor(x, 8) == theme().quiet ? 1 : 0;
    QVERIFY(drawnPixels >= 2); // two angles
    QVERIFY(right != down);
}

void TestConventions::closeGoesBackToTheFirstPage() {
    action(QStringLiteral("Close"))->trigger();
    QVERIFY(m_window->snapshot() == nullptr);
    QVERIFY(!m_window->tabs().isVisible());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Sweepscope"));
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
    QVERIFY(m_window->tabs().isVisible());
}

QTEST_MAIN(TestConventions)
#include "tst_conventions.moc"
