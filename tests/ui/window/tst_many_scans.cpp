// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_builder.h"
#include "window_driver.h"

#include <ctime>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// Time of this thread on a processor, so that a busy machine changes nothing.
double threadMilliseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// What a reader may notice as a stutter.
constexpr double kMostMilliseconds = 50;

/// A million sources that send a probe each, over a day, to twenty ports.
Material millionSources() {
    constexpr std::uint32_t kSources = 1'000'000;
    std::array<BurstBuilder, kSegments> builders;
    auto index = std::make_shared<BurstIndex>();
    for (std::uint32_t i = 0; i < kSources; ++i) {
        BurstPacket packet;
        packet.source = 0x0b000000 + i * 7;
        packet.target = 0xc6120000 + i % 65'536;
        packet.time = {static_cast<std::int64_t>(i) * 86'400'000};
        packet.port = static_cast<std::uint16_t>(20 + i % 20);
        packet.kind = Kind::syn;
        builders[segmentOf(Ipv4{packet.source})].add(std::array{packet});
        index->counts.range.include(packet.time);
    }
    for (std::size_t i = 0; i < kSegments; ++i)
        index->segments[i] = builders[i].finish();
    auto origins = std::make_shared<SourceOrigins>();
    for (std::uint32_t number = 1; number <= 5'000; ++number)
        origins->networks.push_back({number, "Network " + std::to_string(number)});
    for (const IndexSegment& segment : index->segments) {
        OriginSegment& into = origins->segments.emplace_back();
        for (const Address source : segment.sources) {
            into.countries.push_back(
                CountryId::fromNumber(static_cast<std::uint16_t>(source.v4().value % 200 + 1)));
            into.networks.push_back({source.v4().value % 5'001});
        }
    }
    return {index, origins, std::make_shared<const CaptureReport>(), {}};
}

Question questionOf(const Narrowing& narrowing) {
    Question question;
    question.thresholds.minTargets.value = 1;
    question.thresholds.minRate = 0;
    question.telescope = {65'536, false};
    question.narrowing = narrowing;
    return question;
}

} // namespace

/// With a million scans the window's thread never works longer than a stutter at a time: what takes
/// longer is done elsewhere, and here whole results are taken in and drawn.
class TestManyScans : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void narrowingIsTakenInAtOnce();
    void draggingIsTakenInAtOnce();
    void sortingIsTakenInAtOnce();
    void exportLeavesTheWindowAlone();
    void savingLeavesTheWindowAlone();
    void narrowsAMillionScansFast();

private:
    /// The longest single step on this thread while the page in sight takes in and draws an answer,
    /// and the one behind it is turned to.
    double longestStep(PageTabs& tabs, const Question& question);
    void prepare(PageTabs& tabs);

    Material m_material;
    std::unique_ptr<SnapshotMaker> m_maker;
};

void TestManyScans::initTestCase() {
    setUpWindowTests();
    m_material = millionSources();
    m_maker = std::make_unique<SnapshotMaker>(2);
}

/// Makes and draws each page once: the first time fonts and styles are loaded.
void TestManyScans::prepare(PageTabs& tabs) {
    tabs.setSnapshot(m_maker->make(m_material, questionOf({}), {}));
    for (int page = 0; page < tabs.count(); ++page) {
        tabs.setCurrentIndex(page);
        QCoreApplication::processEvents();
    }
    tabs.setCurrentIndex(0);
}

double TestManyScans::longestStep(PageTabs& tabs, const Question& question) {
    Team team(2);
    const SnapshotPointer snapshot = m_maker->make(m_material, question, {});
    const DetailsPointer details = makeDetails(snapshot, team);
    double longest = 0;
    const auto step = [&](const char* what, const auto& act) {
        const double begin = threadMilliseconds();
        act();
        const double taken = threadMilliseconds() - begin;
        if (taken > longest)
            qInfo("%s: %.1f ms", what, taken);
        longest = std::max(longest, taken);
    };
    step("an answer", [&] { tabs.setSnapshot(snapshot); });
    step("its details", [&] { tabs.setDetails(details); });
    for (int i = 0; i < 20; ++i) {
        step("drawing", [] { QCoreApplication::processEvents(QEventLoop::AllEvents, 0); });
        QTest::qSleep(5); // tables are being sorted on another thread
    }
    // The next page has not been told; then it is the one in sight.
    step("turning to the next page",
        [&] { tabs.setCurrentIndex((tabs.currentIndex() + 1) % tabs.count()); });
    step("drawing it", [] { QCoreApplication::processEvents(QEventLoop::AllEvents, 0); });
    return longest;
}

void TestManyScans::narrowingIsTakenInAtOnce() {
    Exporter exporter([](const QString&, const Subcommand&) { return std::vector<std::string>(); });
    PageTabs tabs(exporter);
    tabs.resize(1280, 800);
    tabs.show();
    prepare(tabs);
    for (int page = 0; page < tabs.count(); ++page) {
        QCOMPARE(tabs.currentIndex(), page);
        // In and out again by turns, so that rows come and go.
        const Term port = PortTerm{Protocol::tcp, 23};
        const double longest =
            longestStep(tabs, questionOf(page % 2 == 0 ? Narrowing{{}, {port}} : Narrowing()));
        QVERIFY2(longest < kMostMilliseconds,
            qPrintable(QStringLiteral("page %1: %2 ms").arg(page).arg(longest)));
    }
}

/// A slider that is dragged brings one answer after another, each of a million scans.
void TestManyScans::draggingIsTakenInAtOnce() {
    Exporter exporter([](const QString&, const Subcommand&) { return std::vector<std::string>(); });
    PageTabs tabs(exporter);
    tabs.resize(1280, 800);
    tabs.show();
    prepare(tabs);
    for (const double large : {0.0001, 0.00001, 0.0}) {
        Question question = questionOf({});
        question.thresholds.largeCoverage = large;
        const double longest = longestStep(tabs, question);
        QVERIFY2(longest < kMostMilliseconds, qPrintable(QString::number(longest)));
    }
}

void TestManyScans::sortingIsTakenInAtOnce() {
    TableView view;
    view.resize(900, 600);
    view.show();
    view.tableModel().setTable(sourceTable(m_maker->make(m_material, questionOf({}), {})));
    QTRY_COMPARE_WITH_TIMEOUT(view.tableModel().rowCount(), 1'000'000, 60'000);
    for (int column = 0; column < view.tableModel().columnCount(); ++column) {
        double longest = 0;
        const auto step = [&](const auto& act) {
            const double begin = threadMilliseconds();
            act();
            longest = std::max(longest, threadMilliseconds() - begin);
        };
        step([&] { view.sortByColumn(column, Qt::DescendingOrder); });
        QVERIFY(view.tableModel().isSorting());
        while (view.tableModel().isSorting()) {
            step([] { QCoreApplication::processEvents(QEventLoop::AllEvents, 0); });
            QTest::qSleep(2);
        }
        step([] { QCoreApplication::processEvents(QEventLoop::AllEvents, 0); });
        QVERIFY2(longest < kMostMilliseconds,
            qPrintable(QStringLiteral("column %1: %2 ms").arg(column).arg(longest)));
    }
}

/// Everything into a folder: what the window's thread has to draw comes in short steps, and what
/// has to be counted and written is for another.
void TestManyScans::exportLeavesTheWindowAlone() {
    const QTemporaryDir folder;
    const SnapshotPointer snapshot = m_maker->make(m_material, questionOf({}), {});
    ReportWork work(
        {snapshot, {}}, folder.filePath(QStringLiteral("all")), ReportWork::Kind::folder);
    double longest = 0;
    QString slowest;
    int pictures = 0;
    while (const auto step = work.takeNext()) {
        const double begin = threadMilliseconds();
        if (step->name == QLatin1String("ports"))
            break; // tables of a million rows are written elsewhere
        QVERIFY(step->run().ok());
        const double taken = threadMilliseconds() - begin;
        pictures += step->needsWindowThread ? 1 : 0;
        if (step->needsWindowThread && taken > longest) {
            longest = taken;
            slowest = step->name;
            qInfo("%s: %.1f ms", qPrintable(step->name), taken);
        }
    }
    QVERIFY(pictures > 30);
    QVERIFY2(longest < kMostMilliseconds, qPrintable(slowest));
}

/// A table of a million rows is written while the window goes on.
void TestManyScans::savingLeavesTheWindowAlone() {
    const QTemporaryDir folder;
    TableView view;
    view.resize(900, 600);
    view.show();
    view.tableModel().setTable(sourceTable(m_maker->make(m_material, questionOf({}), {})));
    QTRY_COMPARE_WITH_TIMEOUT(view.tableModel().rowCount(), 1'000'000, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!view.tableModel().isSorting(), 60'000);
    const Exporter exporter(
        [](const QString&, const Subcommand&) { return std::vector<std::string>(); });
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
    timer.start(20);
    const double begin = threadMilliseconds();
    const QString path = folder.filePath(QStringLiteral("sources.csv"));
    QVERIFY(exporter.saveTable(view, QStringLiteral("sources"), path).ok());
    QVERIFY2(threadMilliseconds() - begin < 200, "the window's thread has written it itself");
    QVERIFY2(ticks > 5, qPrintable(QString::number(ticks)));
    QVERIFY(QFileInfo(path).size() > 20'000'000);
}

/// Looked at by eye; the border only catches what is grossly slower.
void TestManyScans::narrowsAMillionScansFast() {
    m_maker->make(m_material, questionOf({}), {});
    const double begin = threadMilliseconds();
    const auto snapshot = SnapshotMaker(1).make(
        m_material, questionOf({{CountryId::fromCode("AB")}, {PortTerm{Protocol::tcp, 23}}}), {});
    qInfo(
        "chains, scans, narrowing and counting, one thread: %.0f ms", threadMilliseconds() - begin);
    QCOMPARE(snapshot->scansInAll, std::uint64_t{1'000'000});
    QVERIFY(threadMilliseconds() - begin < 5'000);
}

QTEST_MAIN(TestManyScans)
#include "tst_many_scans.moc"
