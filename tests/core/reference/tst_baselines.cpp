// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/port_id.h"
#include "reference/baselines.h"
#include "reference/shipped_texts.h"
#include "support/show.h"

#include <QTest>

#include <map>

using namespace sweepscope;

namespace {

std::string oneBaseline(const std::string& metric, const std::string& unit,
    const std::string& confidence = "H", const std::string& study = "a") {
    return R"({"format": "sweepscope-baselines/1", "studies": [{"id": "a", "year": 2014, )"
           R"("title": "A", "telescope": "", "contaminated": ""}], "baselines": [{"study": ")" +
           study + R"(", "metric": ")" + metric + R"(", "unit": ")" + unit +
           R"(", "key": "", "value": 0.5, "confidence": ")" + confidence + R"(", "note": ""}]})";
}

} // namespace

class TestBaselines : public QObject {
    Q_OBJECT

private slots:
    void theShippedFileIsReadWhole();
    void aMetricGivesNothingOfAnother();
    void theReproductionIsMarkedContaminated();
    void ranksAreThoseOfTheStudies();
    void portsAreReadable();
    void refuses_data();
    void refuses();
};

void TestBaselines::theShippedFileIsReadWhole() {
    const Result<Baselines> parsed = Baselines::parse(shippedBaselines());
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().message().c_str());
    QVERIFY(Baselines::shipped().size() > 90);
    std::size_t sum = 0;
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        const std::size_t count = parsed.value().of(static_cast<Metric>(i)).size();
        QVERIFY(count > 0);
        sum += count;
    }
    QCOMPARE(sum, Baselines::shipped().size());
}

void TestBaselines::aMetricGivesNothingOfAnother() {
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        const auto metric = static_cast<Metric>(i);
        for (const Baseline& each : Baselines::shipped().of(metric)) {
            QVERIFY(each.metric == metric);
            if (unitOf(metric) != Unit::rank && metric != Metric::packetsPerAddressDay)
                QVERIFY(each.value > 0 && each.value < 1);
        }
    }
    // The reproduction's shares of large scans are of its first 23 ports: no share of all scans.
    QVERIFY(Baselines::shipped().of(Metric::scanPortShare).size() == 1);
}

void TestBaselines::theReproductionIsMarkedContaminated() {
    int marked = 0;
    for (const Study& study : Baselines::shipped().studies()) {
        QCOMPARE(!study.contaminated.empty(), study.id == "reproduction-2018");
        marked += study.contaminated.empty() ? 0 : 1;
    }
    QCOMPARE(marked, 1);
}

void TestBaselines::ranksAreThoseOfTheStudies() {
    std::map<int, std::string> ranks;
    for (const Baseline& each : Baselines::shipped().of(Metric::targetRank))
        ranks[each.study.year] += each.key + " ";
    QCOMPARE(ranks[2004], std::string("tcp/80 tcp/135 tcp/139 tcp/6129 tcp/3127 "));
    QCOMPARE(ranks[2010], std::string("tcp/445 tcp/139 tcp/4662 tcp/80 tcp/135 "));
    QCOMPARE(ranks[2014], std::string("tcp/445 icmp/0 tcp/22 tcp/80 tcp/3389 "));
    QCOMPARE(ranks[2018], std::string("tcp/445 tcp/23 tcp/80 tcp/2323 tcp/5555 "));
}

void TestBaselines::portsAreReadable() {
    double small = 0;
    for (const Baseline& each : Baselines::shipped().of(Metric::smallScanPortShare)) {
        QVERIFY(parsePortId(each.key).has_value());
        small += each.value;
    }
    QVERIFY(std::abs(small - 0.905) < 0.01); // the published others are 9.5 %
}

void TestBaselines::refuses_data() {
    QTest::addColumn<std::string>("json");
    QTest::addColumn<std::string>("message");
    QTest::newRow("nothing") << std::string() << std::string("cannot be read");
    QTest::newRow("format") << std::string(R"({"format": "x"})") << std::string("format");
    QTest::newRow("metric") << oneBaseline("port-share", "scans") << std::string("no metric");
    QTest::newRow("unit") << oneBaseline("scan-port-share", "packets")
                          << std::string("counts scans");
    QTest::newRow("confidence") << oneBaseline("scan-port-share", "scans", "L")
                                << std::string("none to ship");
    QTest::newRow("study") << oneBaseline("scan-port-share", "scans", "H", "b")
                           << std::string("no study");
    QTest::newRow("no fields") << std::string(R"({"format": "sweepscope-baselines/1"})")
                               << std::string("cannot be read");
}

void TestBaselines::refuses() {
    QFETCH(std::string, json);
    QFETCH(std::string, message);
    const Result<Baselines> parsed = Baselines::parse(json);
    QVERIFY(!parsed.ok());
    QVERIFY2(parsed.error().message().find(message) != std::string::npos,
        parsed.error().message().c_str());
    QVERIFY(Baselines::parse(oneBaseline("scan-port-share", "scans")).ok());
}

QTEST_APPLESS_MAIN(TestBaselines)
#include "tst_baselines.moc"
