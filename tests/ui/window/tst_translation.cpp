// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/figure_chart.h"
#include "thresholds/effect_box.h"
#include "window/about_dialog.h"
#include "window/language.h"
#include "window/preferences_dialog.h"
#include "window_driver.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// Marks each text that passes it: what has no mark was never offered for translation.
class Marking : public QTranslator {
public:
    [[nodiscard]] QString translate(const char* /*context*/, const char* text,
        const char* /*remark*/, int /*count*/) const override {
        return QStringLiteral("⟦") + QString::fromUtf8(text) + QStringLiteral("⟧");
    }

    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// Data, and names that are the same in every language.
bool isName(const QString& text) {
    static const QRegularExpression kNames(QStringLiteral(
        "^(Sweepscope|English|Deutsch|PNG|SVG|PDF|CSV|JSON|ICMP.*|TCP|UDP|UTC|zmap|zmap-4.1-like|"
        "masscan|mirai|nmap|unicornscan|hping3|scapy|unknown|mixed|qt_.*|RIPEstat|GreyNoise|"
        "AbuseIPDB|Shodan|Censys|"
        "Sweepscope-Country-ASN.*|Source: .*|"
        "[A-Z]{2}|\\d[\\d.,:/\\- ]*([kMGT]|pps|s|h|min|ms|mm|px|dpi|/tcp.*|/udp.*)?|"
        ".*(\\.pcap|\\.gz|\\.mmdb|/)\\S*)$"));
    return kNames.match(text).hasMatch();
}

QStringList textsOf(const QWidget& widget) {
    QStringList texts = {widget.accessibleName(), widget.toolTip()};
    if (const auto* const label = qobject_cast<const QLabel*>(&widget))
        texts << label->text();
    if (const auto* const button = qobject_cast<const QAbstractButton*>(&widget))
        texts << button->text();
    if (const auto* const edit = qobject_cast<const QLineEdit*>(&widget))
        texts << edit->placeholderText();
    if (const auto* const chart = qobject_cast<const ChartWidget*>(&widget))
        texts << chart->description();
    if (const auto* const box = qobject_cast<const QComboBox*>(&widget)) {
        for (int i = 0; i < box->count(); ++i)
            texts << box->itemText(i);
    }
    if (const auto* const tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i);
    }
    if (const auto* const table = qobject_cast<const TableView*>(&widget)) {
        for (int column = 0; table->model() != nullptr && column < table->model()->columnCount();
             ++column)
            texts << table->model()->headerData(column, Qt::Horizontal).toString();
    }
    for (const QAction* const action : widget.actions())
        texts << action->text() << action->toolTip();
    return texts;
}

const Scan& someScan(const Snapshot& snapshot) {
    return std::find_if(snapshot.scans.begin(), snapshot.scans.end(), [](const auto& segment) {
        return !segment.empty();
    })->front();
}

/// Of the widget and all in it.
QStringList unmarkedTexts(const QWidget& root) {
    QStringList unmarked;
    QList<QWidget*> all = root.findChildren<QWidget*>();
    all << const_cast<QWidget*>(&root);
    for (const QWidget* const widget : all) {
        for (QString text : textsOf(*widget)) {
            text.remove(QRegularExpression(QStringLiteral("<[^>]*>|&")));
            const bool hasWords = text.contains(QRegularExpression(QStringLiteral("[A-Za-z]{3}")));
            if (hasWords && !text.contains(QStringLiteral("⟦")) && !isName(text.trimmed()))
                unmarked << QStringLiteral("%1: %2").arg(widget->metaObject()->className(), text);
        }
    }
    unmarked.removeDuplicates();
    return unmarked;
}

} // namespace

/// The German translation: whole, and with room for its words.
class TestTranslation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingIsUnfinished_data();
    void nothingIsUnfinished();
    void placeholdersAreKept();
    void windowSpeaksGerman();
    void countsAgreeWithTheirWords();
    void everyTextPassesTheTranslation();
    void countriesHaveGermanNames();
    void figuresNameCountriesInGerman();
    void noTextIsClipped_data();
    void noTextIsClipped();

private:
    static QString clippedText(const MainWindow& window);

    bool m_hasTranslations = false;
};

void TestTranslation::initTestCase() {
    setUpWindowTests();
    installLanguage(*qApp, QStringLiteral("de"));
    m_hasTranslations = QCoreApplication::translate("sweepscope::OverviewPage", "Sources") ==
                        QLatin1String("Quellen");
}

void TestTranslation::nothingIsUnfinished_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("German") << QStringLiteral("resources/translations/sweepscope_de.ts");
    QTest::newRow("English plurals") << QStringLiteral("resources/translations/sweepscope_en.ts");
}

void TestTranslation::nothingIsUnfinished() {
    QFETCH(QString, name);
    const QByteArray text = QByteArray::fromStdString(readText(sourceFile(name.toStdString())));
    QVERIFY(text.size() > 500);
    QVERIFY(!text.contains("type=\"unfinished\""));
    QVERIFY(!text.contains("<translation></translation>"));
    QXmlStreamReader xml(text);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

/// A translation that loses a %1 loses a number.
void TestTranslation::placeholdersAreKept() {
    QXmlStreamReader xml(
        QByteArray::fromStdString(readText(sourceFile("resources/translations/sweepscope_de.ts"))));
    QString source;
    int checked = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            for (int place = 1; place <= 9; ++place) {
                const QString mark = QLatin1Char('%') + QString::number(place);
                QVERIFY2(source.contains(mark) == translation.contains(mark), qPrintable(source));
                ++checked;
            }
        }
    }
    QVERIFY(checked > 1000);
}

void TestTranslation::windowSpeaksGerman() {
    if (!m_hasTranslations)
        QSKIP("the translations were not packed: lrelease is not installed");
    MainWindow window({});
    QCOMPARE(window.tabs().tabText(0), QStringLiteral("Überblick"));
    QCOMPARE(window.menuBar()->actions().first()->text(), QStringLiteral("&Datei"));
}

/// One scan is not "1 scans", in either language.
void TestTranslation::countsAgreeWithTheirWords() {
    if (!m_hasTranslations)
        QSKIP("the translations were not packed: lrelease is not installed");
    QCOMPARE(differenceText(4, 5), QStringLiteral("+1 Scan, +25,0\u00A0%"));
    installLanguage(*qApp, QStringLiteral("en"));
    QCOMPARE(differenceText(0, 1), QStringLiteral("+1 scan"));
    QCOMPARE(differenceText(0, 2), QStringLiteral("+2 scans"));
    QCOMPARE(differenceText(0, 1'000'001), QStringLiteral("+1,000,001 scans"));
    installLanguage(*qApp, QStringLiteral("de"));
}

void TestTranslation::everyTextPassesTheTranslation() {
    Marking marking;
    QCoreApplication::installTranslator(&marking);
    QStringList unmarked;
    {
        const auto shown = windowForSample();
        MainWindow& window = *shown;
        unmarked << unmarkedTexts(window); // the first page
        QSignalSpy detailed(&window, &MainWindow::detailsShown);
        QVERIFY(showsAnswerAfter(window, [&] { window.openCaptures({sampleCapture()}); }));
        QVERIFY(!detailed.isEmpty() || detailed.wait(60'000));
        window.scanner().showSource(window.snapshot(), someScan(*window.snapshot()).source);
        window.showSensitivity();
        window.showAggressive();
        for (int page = 0; page < window.tabs().count(); ++page)
            window.tabs().setCurrentIndex(page);
        QTRY_VERIFY_WITH_TIMEOUT(!window.tabs().changes().sentence().isEmpty(), 60'000);
        unmarked << unmarkedTexts(window);
        unmarked << unmarkedTexts(PreferencesDialog()) << unmarkedTexts(AboutDialog())
                 << unmarkedTexts(OpenDialog({}));
    }
    QCoreApplication::removeTranslator(&marking);
    unmarked.removeDuplicates();
    QVERIFY2(unmarked.isEmpty(), qPrintable(unmarked.join(QLatin1Char('\n'))));
}

/// In tables too, which are sorted and searched by what they show; files keep the core's words.
void TestTranslation::countriesHaveGermanNames() {
    if (!m_hasTranslations)
        QSKIP("the translations were not packed: lrelease is not installed");
    MainWindow window({});
    window.show();
    QVERIFY(showsAnswerAfter(window, [&] { window.openCaptures({sampleCapture()}); }));
    TableModel& model = window.tabs().countries().table().tableModel();
    model.setFilter(QStringLiteral("Vereinigte Staaten"));
    QCOMPARE(model.rowCount(), 1);
    QStringList shown;
    std::string written;
    for (int column = 0; column < model.columnCount(); ++column) {
        shown << model.index(0, column).data().toString();
        const Cell cell = model.table()->cell(model.rows()[0], static_cast<std::size_t>(column));
        if (const auto* const text = std::get_if<std::string>(&cell))
            written += *text + ' ';
    }
    QVERIFY(shown.contains(QStringLiteral("Vereinigte Staaten")));
    QVERIFY(written.find("United States") != std::string::npos);
}

/// As in the table below them.
void TestTranslation::figuresNameCountriesInGerman() {
    if (!m_hasTranslations)
        QSKIP("the translations were not packed: lrelease is not installed");
    FigureChart chart;
    DifferenceBars bars;
    bars.bars = {{"United States", 0.1, 0.05, 0.15}, {"AS64500 Germany", 0.1, 0.05, 0.15}};
    chart.show({bars, QStringLiteral("Differences"), nullptr, {}, {}, {}});
    const auto& shown = std::get<DifferenceBars>(chart.figure()).bars;
    QCOMPARE(shown[0].name, std::string("Vereinigte Staaten"));
    QCOMPARE(shown[1].name, std::string("AS64500 Germany"));
    Slopes slopes;
    slopes.slopes = {{"United States", 1, 2}};
    chart.show({slopes, QStringLiteral("Ranks"), nullptr, {}, {}, {}});
    QCOMPARE(std::get<Slopes>(chart.figure()).slopes[0].name, std::string("Vereinigte Staaten"));
}

void TestTranslation::noTextIsClipped_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280 x 800") << QSize(1280, 800);
    QTest::newRow("1920 x 1080") << QSize(1920, 1080);
}

/// The first text in sight that has less room than it wants; empty: all have it. Labels that are
/// made to be cut off at their end, and texts that wrap, are left out.
QString TestTranslation::clippedText(const MainWindow& window) {
    for (const QLabel* const label : window.findChildren<QLabel*>()) {
        const bool isFree = label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored ||
                            label->wordWrap() || label->text().isEmpty();
        bool isInLegend = false; // which gives way to the controls beside it
        for (const QWidget* up = label->parentWidget(); up != nullptr; up = up->parentWidget())
            isInLegend |= up->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
        if (!label->isVisible() || isFree || isInLegend)
            continue;
        if (label->width() < label->minimumSizeHint().width() - 1)
            return label->text();
    }
    for (const QAbstractButton* const button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && !button->text().isEmpty() &&
            button->width() < button->minimumSizeHint().width() - 1)
            return button->text();
    }
    return {};
}

/// A text that changes is laid out at the next turn of the event loop, and the page of changes gets
/// its texts from another thread: what is asked for is that it comes to be right and stays so.
void TestTranslation::noTextIsClipped() {
    QFETCH(QSize, size);
    const auto shown = windowForSample(size);
    MainWindow& window = *shown;
    QVERIFY(showsAnswerAfter(window, [&] { window.openCaptures({sampleCapture()}); }));
    for (int page = 0; page < window.tabs().count(); ++page) {
        window.tabs().setCurrentIndex(page);
        if (const auto* const changes = qobject_cast<ChangesPage*>(&window.tabs().currentPage()))
            QTRY_VERIFY_WITH_TIMEOUT(!changes->sentence().isEmpty(), 60'000);
        QCoreApplication::processEvents();
        QTRY_COMPARE_WITH_TIMEOUT(clippedText(window), QString(), 30'000);
        const auto* const area = window.tabs().widget(page)->findChild<QScrollArea*>();
        QCOMPARE(area->verticalScrollBar()->maximum(), 0); // a page is seen at once
        QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
    }
}

QTEST_MAIN(TestTranslation)
#include "tst_translation.moc"
