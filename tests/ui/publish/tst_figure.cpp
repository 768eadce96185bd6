// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/country_cdf_chart.h"
#include "charts/packets_chart.h"
#include "charts/port_sizes_chart.h"
#include "publish/figure.h"
#include "publish/figure_file.h"
#include "support/small_scene.h"
#include "support/snapshots.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLocale>
#include <QTest>
#include <QTime>
#include <QXmlStreamReader>

#include <cmath>
#include <set>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

const std::vector<std::string> kOrigin = {"content: ports", "program: Sweepscope 0",
    "capture: /data/a.pcap (3 frames)", "capture: /data/b & c.pcap (4 frames, cut)",
    "packets: 7 frames, 2026-01-01 to 2026-01-02", "thresholds: profile auto",
    "telescope: 16 addresses", "geo: /x/y.mmdb (Test-DB, 2026-06-25)",
    "command: sweepscope-cli analyze '/data/b & c.pcap'"};

} // namespace

/// Charts as files: sizes, styles, what is inside, and the same bytes at any time.
class TestFigure : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sizesAreExact_data();
    void sizesAreExact();
    void sizesThatCannotBeAreRefused();
    void pngCarriesItsOrigin();
    void svgKeepsTextAndOrigin();
    void onlyColoursHaveASquare();
    void pdfCarriesItsOrigin();
    void sameBytesAtAnyTime_data();
    void sameBytesAtAnyTime();
    void greyHasNoColour();
    void greysOfToolsDiffer();
    void styleLeavesNoTrace();
    void footerNamesWhatCounts();
    void looksAsStored();

private:
    std::unique_ptr<PortSizesChart> m_chart;
};

void TestFigure::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    applyLook(Look::light);
    Asked asked;
    asked.telescope = "203.0.112.0/20";
    m_chart = std::make_unique<PortSizesChart>();
    m_chart->setSnapshot(snapshotOf({sourceFile("resources/sample/telescope-day.pcap.gz")}, asked));
}

void TestFigure::sizesAreExact_data() {
    QTest::addColumn<FigureSpec::Unit>("unit");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::addColumn<double>("dpi");
    QTest::addColumn<QSize>("pixels");
    using Unit = FigureSpec::Unit;
    QTest::newRow("pixels") << Unit::pixels << 1600.0 << 1000.0 << 192.0 << QSize(1600, 1000);
    QTest::newRow("odd pixels") << Unit::pixels << 777.0 << 501.0 << 96.0 << QSize(777, 501);
    QTest::newRow("a column of print")
        << Unit::millimetres << 88.0 << 60.0 << 300.0 << QSize(1039, 709);
    QTest::newRow("A4 at 600") << Unit::millimetres << 170.0 << 100.0 << 600.0 << QSize(4016, 2362);
}

void TestFigure::sizesAreExact() {
    QFETCH(FigureSpec::Unit, unit);
    QFETCH(double, width);
    QFETCH(double, height);
    QFETCH(double, dpi);
    FigureSpec spec;
    spec.unit = unit;
    spec.width = width;
    spec.height = height;
    spec.dpi = dpi;
    QVERIFY(spec.problem().isEmpty());
    const QImage image = Figure(*m_chart, spec, kOrigin).image();
    QTEST(image.size(), "pixels");
    QCOMPARE(image.dotsPerMeterX(), static_cast<int>(std::lround(dpi / 0.0254)));
}

void TestFigure::sizesThatCannotBeAreRefused() {
    FigureSpec spec;
    spec.width = 10;
    QVERIFY(!spec.problem().isEmpty());
    spec.width = 40'000;
    spec.height = 40'000;
    QVERIFY(!spec.problem().isEmpty());
    spec = {};
    spec.dpi = 0;
    QVERIFY(!spec.problem().isEmpty());
    spec.dpi = std::nan("");
    QVERIFY(!spec.problem().isEmpty());
}

void TestFigure::pngCarriesItsOrigin() {
    const QByteArray bytes = figureFile(Figure(*m_chart, {}, kOrigin), FigureFormat::png, kOrigin);
    const QImage image = QImage::fromData(bytes, "PNG");
    QCOMPARE(image.text(QStringLiteral("command")),
        QStringLiteral("sweepscope-cli analyze '/data/b & c.pcap'"));
    QCOMPARE(image.text(QStringLiteral("capture")),
        QStringLiteral("/data/a.pcap (3 frames)\n/data/b & c.pcap (4 frames, cut)"));
}

void TestFigure::svgKeepsTextAndOrigin() {
    FigureSpec spec;
    spec.unit = FigureSpec::Unit::millimetres;
    spec.width = 160;
    spec.height = 100;
    const QByteArray bytes =
        figureFile(Figure(*m_chart, spec, kOrigin), FigureFormat::svg, kOrigin);
    QXmlStreamReader xml(bytes);
    QStringList texts;
    QStringList captures;
    QString description;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("svg")) {
            const QString width = xml.attributes().value(QLatin1String("width")).toString();
            QVERIFY(width.endsWith(QLatin1String("mm")));
            QVERIFY(std::abs(width.chopped(2).toDouble() - 160) < 0.3);
        }
        if (xml.name() == QLatin1String("text"))
            texts << xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        else if (xml.name() == QLatin1String("capture"))
            captures << xml.readElementText();
        else if (xml.name() == QLatin1String("desc"))
            description = xml.readElementText();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(texts.contains(QLatin1String("Ports by scan size")));
    QVERIFY(texts.contains(QLatin1String("telnet")));
    QVERIFY(captures.join(QLatin1Char(' ')).contains(QLatin1String("/data/b & c.pcap")));
    QCOMPARE(description, m_chart->description());
    QVERIFY(bytes.contains(Figure::family().toUtf8() + "', 'Liberation Sans'"));
    QVERIFY(!bytes.contains("\"Sans Serif\""));
}

/// The sign of earlier studies is in its text: a square before it would be empty.
void TestFigure::onlyColoursHaveASquare() {
    const auto entries = m_chart->legendEntries();
    QCOMPARE(entries.size(), std::size_t{3});
    QCOMPARE(entries.back().colour.alpha(), 0);
    QXmlStreamReader xml(figureFile(Figure(*m_chart, {}, kOrigin), FigureFormat::svg, kOrigin));
    int squares = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("rect"))
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (attributes.value(QLatin1String("width")) == QLatin1String("9") &&
            attributes.value(QLatin1String("height")) == QLatin1String("9"))
            ++squares;
    }
    QCOMPARE(squares, 2);
}

void TestFigure::pdfCarriesItsOrigin() {
    FigureSpec spec;
    spec.unit = FigureSpec::Unit::millimetres;
    spec.width = 254;
    spec.height = 127;
    const QByteArray bytes =
        figureFile(Figure(*m_chart, spec, kOrigin), FigureFormat::pdf, kOrigin);
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.contains("command: sweepscope-cli analyze"));
    QVERIFY(bytes.contains("/MediaBox [0 0 720.000000 360.000000]") ||
            bytes.contains("/MediaBox [0 0 720 360]"));
    QVERIFY(bytes.contains("/FontFile")); // embedded
}

void TestFigure::sameBytesAtAnyTime_data() {
    QTest::addColumn<FigureFormat>("format");
    QTest::newRow("png") << FigureFormat::png;
    QTest::newRow("svg") << FigureFormat::svg;
    QTest::newRow("pdf") << FigureFormat::pdf;
}

void TestFigure::sameBytesAtAnyTime() {
    QFETCH(FigureFormat, format);
    const QByteArray first = figureFile(Figure(*m_chart, {}, kOrigin), format, kOrigin);
    const int second = QTime::currentTime().second();
    QTRY_VERIFY(QTime::currentTime().second() != second); // dates inside would differ now
    QVERIFY(!first.isEmpty());
    QCOMPARE(figureFile(Figure(*m_chart, {}, kOrigin), format, kOrigin) == first, true);
}

void TestFigure::greyHasNoColour() {
    FigureSpec spec;
    spec.style = FigureSpec::Style::grey;
    spec.hasFooter = true;
    const QImage image = Figure(*m_chart, spec, kOrigin).image();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            // Antialiased text may be a shade off in one channel.
            QVERIFY(std::abs(colour.red() - colour.blue()) <= 2);
            QVERIFY(std::abs(colour.red() - colour.green()) <= 2);
        }
    }
}

void TestFigure::greysOfToolsDiffer() {
    std::set<int> seen;
    for (const Tool tool : {Tool::zmap, Tool::zmap41Like, Tool::masscan, Tool::mirai, Tool::nmap,
             Tool::hping3, Tool::unknown}) {
        const int lightness = Theme::grey().of(tool).lightness();
        for (const int other : seen)
            QVERIFY(std::abs(lightness - other) >= 0x20);
        QVERIFY(lightness <= 0xF0 - 0x08); // still seen on white
        seen.insert(lightness);
    }
    const Theme& grey = Theme::grey();
    QVERIFY(std::abs(grey.smallScan.lightness() - grey.largeScan.lightness()) > 0x60);
}

void TestFigure::styleLeavesNoTrace() {
    const QFont before = fontOf(metrics::kText);
    {
        FigureSpec spec;
        spec.style = FigureSpec::Style::grey;
        const Figure figure(*m_chart, spec, kOrigin);
        QVERIFY(theme().isGrey);
    }
    QVERIFY(!theme().isGrey);
    QCOMPARE(fontOf(metrics::kText), before);
}

void TestFigure::footerNamesWhatCounts() {
    QCOMPARE(footerText(kOrigin),
        QStringLiteral("a.pcap · b & c.pcap · 7 frames, 2026-01-01 to 2026-01-02 · profile auto · "
                       "16 addresses · Test-DB, 2026-06-25 · Sweepscope 0"));
}

/// Against a picture in the source tree; with a tolerance, since fonts are drawn differently by
/// other versions of their renderer.
void TestFigure::looksAsStored() {
    if (Figure::family() != QLatin1String("DejaVu Sans"))
        QSKIP("the stored picture is set in DejaVu Sans, which this system does not have");
    FigureSpec spec;
    spec.width = 480;
    spec.height = 300;
    spec.dpi = 72;
    spec.style = FigureSpec::Style::print;
    const QImage drawn = Figure(*m_chart, spec, kOrigin).image();
    const QString path = QString::fromStdString(sourceFile("tests/data/pictures/ports.png"));
    if (qEnvironmentVariableIsSet("SWEEPSCOPE_STORE_PICTURES"))
        QVERIFY(drawn.save(path));
    const QImage stored = QImage(path).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(drawn.size(), stored.size());
    double sum = 0;
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x)
            sum += std::abs(qGray(drawn.pixel(x, y)) - qGray(stored.pixel(x, y)));
    }
    const double mean = sum / (255.0 * drawn.width() * drawn.height());
    QVERIFY2(mean < 0.02, qPrintable(QString::number(mean)));
}

QTEST_MAIN(TestFigure)
#include "tst_figure.moc"
