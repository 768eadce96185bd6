// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/scan.h"
#include "scans/scan_gate.h"
#include "support/indexes.h"
#include "support/show.h"

#include <QTest>

#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

TimeRange lasting(std::int64_t nanoseconds) {
    return {{7 * kSecond}, {7 * kSecond + nanoseconds}};
}

ScanScale scaleOf(double addresses, double internet = kAllIpv4) {
    Thresholds thresholds;
    thresholds.internetSize = internet;
    return {thresholds, Telescope{addresses, false}};
}

/// SYNs of one source to port 23, one a second, each to another target.
std::vector<RandomPacket> sweep(std::size_t packets, std::int64_t step = kSecond) {
    std::vector<RandomPacket> result(packets);
    for (std::size_t i = 0; i < packets; ++i) {
        BurstPacket& packet = result[i].packet;
        packet.time = {static_cast<std::int64_t>(i) * step};
        packet.source = 0xc0000207;
        packet.target = 0xc6336400U + static_cast<std::uint32_t>(i);
        packet.port = 23;
        packet.kind = Kind::syn;
    }
    return result;
}

/// "small", "large", or nothing where the packets are no scan.
std::string sizeOf(
    const std::vector<RandomPacket>& packets, const Thresholds& thresholds, double addresses) {
    const BurstIndex index = indexOf(packets);
    Team team(1);
    const BurstChains chains = chainBursts(index, thresholds.expiry, thresholds.by, team, {});
    std::string text;
    for (const auto& segment :
        extractScans(chains, thresholds, Telescope{addresses, false}, team, {})) {
        for (const Scan& scan : segment)
            text += scan.size == ScanSize::large ? "large" : "small";
    }
    return text;
}

} // namespace

class TestScanScale : public QObject {
    Q_OBJECT

private slots:
    void sizesAreAsBySharing();
    void rates_data();
    void rates();
    void internetRates_data();
    void internetRates();
    void coverage();
    void noTelescopeHasNoNumbers();
    void tenPacketsASecondIsEnough();
    void minTargetsAtTheBorder();
    void largeAtTheBorder_data();
    void largeAtTheBorder();
};

void TestScanScale::rates_data() {
    QTest::addColumn<quint64>("packets");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<double>("rate");
    QTest::newRow("one packet, no time") << quint64{1} << qint64{0} << 1.0;
    QTest::newRow("many packets, no time") << quint64{500} << qint64{0} << 500.0;
    QTest::newRow("half a second counts as one") << quint64{10} << qint64{kSecond / 2} << 10.0;
    QTest::newRow("one second") << quint64{10} << qint64{kSecond} << 10.0;
    QTest::newRow("two seconds") << quint64{10} << qint64{2 * kSecond} << 5.0;
    QTest::newRow("4,800 in 480 s") << quint64{4'800} << qint64{480 * kSecond} << 10.0;
    QTest::newRow("an hour") << quint64{36'000} << qint64{3'600 * kSecond} << 10.0;
    QTest::newRow("beyond 32 bits")
        << quint64{10'000'000'000} << qint64{1'000 * kSecond} << 10'000'000.0;
}

void TestScanScale::rates() {
    QFETCH(quint64, packets);
    QFETCH(qint64, nanoseconds);
    QFETCH(double, rate);
    QVERIFY(ScanScale::rate(packets, lasting(nanoseconds)) == rate); // exactly
}

void TestScanScale::internetRates_data() {
    QTest::addColumn<double>("addresses");
    QTest::addColumn<double>("internet");
    QTest::addColumn<double>("factor");
    QTest::newRow("all of IPv4") << kAllIpv4 << kAllIpv4 << 1.0;
    QTest::newRow("a /8") << 16777216.0 << kAllIpv4 << 256.0;
    QTest::newRow("a /16") << 65536.0 << kAllIpv4 << 65536.0;
    QTest::newRow("Merit ORION") << 475136.0 << kAllIpv4 << 4294967296.0 / 475136; // 9,039.4
    QTest::newRow("the paper of 2014") << 5.5e6 << 3.79e9 << 3.79e9 / 5.5e6;       // 689.1
}

void TestScanScale::internetRates() {
    QFETCH(double, addresses);
    QFETCH(double, internet);
    QFETCH(double, factor);
    const ScanScale scale = scaleOf(addresses, internet);
    QCOMPARE(scale.internetRate(20, lasting(2 * kSecond)), 10 * factor);
    QCOMPARE(scale.internetRate(1, lasting(0)), factor);
}

void TestScanScale::coverage() {
    QCOMPARE(scaleOf(256).coverage(256), 1.0);
    QCOMPARE(scaleOf(256).coverage(64), 0.25);
    QCOMPARE(scaleOf(475136).coverage(47514), 47514.0 / 475136);
    QCOMPARE(scaleOf(8).coverage(0), 0.0);
}

void TestScanScale::noTelescopeHasNoNumbers() {
    QCOMPARE(scaleOf(0).coverage(5), 0.0);
    QCOMPARE(scaleOf(0).internetRate(5, lasting(0)), 0.0);
}

/// At least 10 packets a second means that exactly 10 are enough, at the telescope and beyond.
void TestScanScale::tenPacketsASecondIsEnough() {
    Thresholds thresholds;
    thresholds.minTargets.value = 1;
    thresholds.rateScope = RateScope::telescope;
    thresholds.largeCoverage = 2;
    const std::int64_t tenth = kSecond / 10;
    // 101 packets in 10 s are 10.1 a second; one more step between them, and they are fewer.
    QCOMPARE(sizeOf(sweep(101, tenth), thresholds, 1'000), std::string("small"));
    QCOMPARE(sizeOf(sweep(100, tenth), thresholds, 1'000), std::string("small"));
    QCOMPARE(sizeOf(sweep(100, tenth + tenth / 50), thresholds, 1'000), std::string());
    // 21 packets in 2 s on a telescope of a tenth of the Internet: 105 a second there.
    thresholds.rateScope = RateScope::internet;
    thresholds.internetSize = 10'000;
    thresholds.minRate = 105;
    QCOMPARE(sizeOf(sweep(21, tenth), thresholds, 1'000), std::string("small"));
    thresholds.minRate = 105.0001;
    QCOMPARE(sizeOf(sweep(21, tenth), thresholds, 1'000), std::string());
}

void TestScanScale::minTargetsAtTheBorder() {
    Thresholds thresholds;
    thresholds.minRate = 0;
    thresholds.largeCoverage = 2;
    thresholds.minTargets = {100, false, 1};
    QCOMPARE(sizeOf(sweep(100), thresholds, 1'000), std::string("small"));
    QCOMPARE(sizeOf(sweep(99), thresholds, 1'000), std::string());
    thresholds.minTargets = {25, true, 2};
    QCOMPARE(sizeOf(sweep(64), thresholds, 256), std::string("small"));
    QCOMPARE(sizeOf(sweep(63), thresholds, 256), std::string());
}

void TestScanScale::largeAtTheBorder_data() {
    QTest::addColumn<int>("targets");
    QTest::addColumn<double>("addresses");
    QTest::addColumn<double>("large");
    QTest::addColumn<std::string>("size");
    const auto row = [](const char* name, int targets, double addresses, double large,
                         const char* size) {
        QTest::newRow(name) << targets << addresses << large << std::string(size);
    };
    row("exactly 10 %", 100, 1'000, 0.1, "large");
    row("one fewer", 99, 1'000, 0.1, "small");
    row("all", 8, 8, 1, "large");
    row("all but one", 7, 8, 1, "small");
    row("more than all that were said to be there", 9, 8, 1, "large");
    row("10 % of 4,096: 409.6", 410, 4'096, 0.1, "large");
    row("409 of 4,096", 409, 4'096, 0.1, "small");
    row("everything is large", 1, 1'000'000, 0, "large");
}

void TestScanScale::largeAtTheBorder() {
    QFETCH(int, targets);
    QFETCH(double, addresses);
    QFETCH(double, large);
    QFETCH(std::string, size);
    Thresholds thresholds;
    thresholds.minTargets.value = 1;
    thresholds.minRate = 0;
    thresholds.largeCoverage = large;
    QCOMPARE(sizeOf(sweep(static_cast<std::size_t>(targets)), thresholds, addresses), size);
}

/// The border in targets that a gate works out is that of the share itself, to the last one.
void TestScanScale::sizesAreAsBySharing() {
    for (const double addresses :
        {0.0, 1.0, 3.0, 256.0, 4'096.0, 65'536.0, 482'304.0, 16'777'216.0}) {
        for (const double coverage : {0.0, 1e-9, 0.001, 1.0 / 3, 0.1, 0.7, 1.0, 2.0}) {
            Thresholds thresholds;
            thresholds.largeCoverage = coverage;
            const Telescope telescope{addresses, false};
            const ScanGate gate(thresholds, telescope);
            const ScanScale scale(thresholds, telescope);
            const auto border = static_cast<std::uint32_t>(coverage * addresses);
            for (const std::uint32_t targets :
                {0U, 1U, border - 1, border, border + 1, border + 2, ~0U}) {
                const bool isLarge = scale.coverage(targets) >= coverage;
                QCOMPARE(gate.sizeOf(targets) == ScanSize::large, isLarge);
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestScanScale)
#include "tst_scan_scale.moc"
