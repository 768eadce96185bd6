// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/tool_counts.h"
#include "support/scan_set.h"
#include "support/show.h"

#include <QTest>

#include <map>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

std::string textOf(const ToolCount& count) {
    return std::string(nameOf(count.tool)) + " " + std::to_string(count.scans) + " = " +
           std::to_string(count.small) + "+" + std::to_string(count.large) + " packets " +
           std::to_string(count.packets);
}

bool isNamed(Tool tool) {
    return tool != Tool::mixed && tool != Tool::unknown;
}

/// Named tools by scans, then packets, then name; then mixed, then unknown.
bool isInOrder(const ToolCount& a, const ToolCount& b) {
    if (!isNamed(a.tool) || !isNamed(b.tool))
        return isNamed(a.tool) || (a.tool == Tool::mixed && b.tool == Tool::unknown);
    if (a.scans != b.scans)
        return a.scans > b.scans;
    return a.packets != b.packets ? a.packets > b.packets : nameOf(a.tool) < nameOf(b.tool);
}

ScanSet scansOf(std::uint64_t seed, int set) {
    return {seed, 4'000, statisticsThresholds()[static_cast<std::size_t>(set)], 1'000};
}

} // namespace

class TestToolCounts : public QObject {
    Q_OBJECT

private slots:
    void agreeWithTheTwin_data();
    void agreeWithTheTwin();
    void partsAddUp();
};

void TestToolCounts::agreeWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<int>("set");
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        for (int set = 0; set < 4; ++set)
            QTest::addRow("seed %d, thresholds %d", static_cast<int>(seed), set) << seed << set;
    }
}

void TestToolCounts::agreeWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    QFETCH(int, set);
    const ScanSet scans = scansOf(seed, set);
    std::map<Tool, ToolCount> naive;
    for (const TwinScan& twin : scans.twins()) {
        ToolCount& count = naive[toolOf(twin)];
        count.tool = toolOf(twin);
        ++count.scans;
        ++(twin.isLarge ? count.large : count.small);
        count.packets += twin.packets;
    }
    ToolCounter counter;
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        counter.add(scans.view(), segment);
    const std::vector<ToolCount> got = counter.finish();
    QCOMPARE(got.size(), naive.size());
    QVERIFY(got.size() > 2);
    for (std::size_t i = 0; i < got.size(); ++i) {
        QCOMPARE(textOf(got[i]), textOf(naive[got[i].tool]));
        if (i > 0)
            QVERIFY2(isInOrder(got[i - 1], got[i]), textOf(got[i]).c_str());
    }
}

void TestToolCounts::partsAddUp() {
    const ScanSet scans = scansOf(9, 2);
    ToolCounter all;
    ToolCounter even;
    ToolCounter odd;
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
        all.add(scans.view(), segment);
        (segment % 2 == 0 ? even : odd).add(scans.view(), segment);
    }
    even.add(odd);
    QVERIFY(even.finish() == all.finish());
    QVERIFY(ToolCounter().finish().empty());
}

QTEST_APPLESS_MAIN(TestToolCounts)
#include "tst_tool_counts.moc"
