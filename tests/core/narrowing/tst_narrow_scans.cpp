// SPDX-License-Identifier: GPL-3.0-or-later
#include "narrowing/narrow_scans.h"
#include "support/packet_script.h"
#include "support/scan_set.h"
#include "support/show.h"
#include "support/small_scene.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kTelescope = 1'000;

/// Whether a scan of the twin fits a term, told from its words alone.
bool twinFits(const TwinScan& twin, const Term& term) {
    const Address source = *parseAddress(twin.source);
    if (const auto* const port = std::get_if<PortTerm>(&term))
        return std::count(twin.ports.begin(), twin.ports.end(), port->port) != 0 &&
               (!port->protocol || *port->protocol == protocolOf(twin));
    if (const auto* const country = std::get_if<CountryId>(&term))
        return ScanSet::countryOf(source) == *country;
    if (const auto* const network = std::get_if<NetworkTerm>(&term))
        return ScanSet::networkOf(source) == network->asNumber;
    if (const auto* const tool = std::get_if<Tool>(&term))
        return nameOf(*tool) == twin.tool;
    if (const auto* const size = std::get_if<ScanSize>(&term))
        return (*size == ScanSize::large) == twin.isLarge;
    if (const auto* const coverage = std::get_if<CoverageTerm>(&term)) {
        const double share = static_cast<double>(twin.targets) / kTelescope;
        return share >= coverage->from && share < coverage->below;
    }
    if (const auto* const prefix = std::get_if<Prefix>(&term))
        return prefix->contains(source);
    const auto& time = std::get<TimeRange>(term);
    return twin.first <= time.last.nanoseconds && twin.last >= time.first.nanoseconds;
}

bool twinPasses(const TwinScan& twin, const Narrowing& narrowing) {
    for (const Term& term : narrowing.only) {
        const bool fitsItsFacet =
            std::any_of(narrowing.only.begin(), narrowing.only.end(), [&](const Term& other) {
                return facetOf(other) == facetOf(term) && twinFits(twin, other);
            });
        if (!fitsItsFacet)
            return false;
    }
    return std::none_of(narrowing.without.begin(), narrowing.without.end(),
        [&](const Term& term) { return twinFits(twin, term); });
}

std::string lineOf(
    const std::string& source, const std::string& kind, std::int64_t first, std::uint16_t port) {
    return source + " " + kind + " " + std::to_string(first) + " " + std::to_string(port);
}

std::vector<std::string> linesOf(const ScanView& view, const Scans& scans) {
    std::vector<std::string> lines;
    for (const auto& segment : scans) {
        for (const Scan& scan : segment)
            lines.push_back(lineOf(toText(view.addressOf(scan.source)),
                std::string(nameOf(protocolOf(scan.kind))), scan.time.first.nanoseconds,
                portsOf(view.index, view.chains, scan).front()));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// Terms that fit some of the scans and not others, out of the scans themselves.
std::vector<Term> termsFor(const ScanSet& set, std::uint64_t seed) {
    Random random(seed);
    const auto& twins = set.twins();
    const TwinScan& one = twins[random.below(twins.size())];
    const TwinScan& other = twins[random.below(twins.size())];
    const Address address = *parseAddress(one.source);
    return {PortTerm{protocolOf(one), one.ports.front()}, PortTerm{{}, other.ports.back()},
        ScanSet::countryOf(address), CountryId::fromCode("DE"), CountryId(),
        NetworkTerm{ScanSet::networkOf(address)}, NetworkTerm{0}, NetworkTerm{77}, toolOf(one),
        Tool::unknown, ScanSize::large, CoverageTerm{0, 0.005},
        CoverageTerm{0.005, std::numeric_limits<double>::infinity()},
        Prefix::around(address, address.isV4() ? 31 : 127), Prefix::around(address, 0),
        TimeRange{{one.first}, {one.last}}, TimeRange{{other.first}, {other.first}}};
}

Scans narrowed(const ScanView& view, const Narrowing& narrowing) {
    Scans scans = view.scans;
    const ScanNarrower narrower(view, narrowing);
    for (std::vector<Scan>& segment : scans)
        narrower.narrow(segment);
    return scans;
}

} // namespace

class TestNarrowScans : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheTwin_data();
    void agreesWithTheTwin();
    void nothingLetsAllPass();
    void snapshotsAreNarrowed();
};

void TestNarrowScans::agreesWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<int>("set");
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        for (int set = 0; set < 4; ++set)
            QTest::addRow("seed %d, thresholds %d", static_cast<int>(seed), set) << seed << set;
    }
}

void TestNarrowScans::agreesWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    QFETCH(int, set);
    const ScanSet scans(
        seed, 4'000, statisticsThresholds()[static_cast<std::size_t>(set)], kTelescope);
    const ScanView view = scans.view();
    Random random(seed * 100);
    std::size_t someLeft = 0;
    for (int round = 0; round < 60; ++round) {
        Narrowing narrowing;
        const auto terms = termsFor(scans, random.next());
        for (std::uint64_t i = random.below(3) + 1; i > 0; --i)
            narrowing.only.push_back(terms[random.below(terms.size())]);
        for (std::uint64_t i = random.below(2); i > 0; --i)
            narrowing.without.push_back(terms[random.below(terms.size())]);
        const auto got = linesOf(view, narrowed(view, narrowing));
        std::vector<std::string> expected;
        for (const TwinScan& twin : scans.twins()) {
            if (twinPasses(twin, narrowing))
                expected.push_back(lineOf(twin.source, std::string(nameOf(protocolOf(twin))),
                    twin.first, twin.ports.front()));
        }
        std::sort(expected.begin(), expected.end());
        QCOMPARE(got, expected);
        someLeft += !got.empty() && got.size() < scans.twins().size() ? 1 : 0;
    }
    QVERIFY(someLeft > 10); // else the terms told nothing apart
}

void TestNarrowScans::nothingLetsAllPass() {
    const ScanSet scans(9, 2'000, statisticsThresholds()[0], kTelescope);
    QCOMPARE(linesOf(scans.view(), narrowed(scans.view(), {})),
        linesOf(scans.view(), scans.view().scans));
}

/// Every figure of a narrowed snapshot counts the narrowed scans. See smallScript.
void TestNarrowScans::snapshotsAreNarrowed() {
    const TemporaryFolder folder;
    const auto all = smallSnapshot(folder);
    Question question = all->question;
    question.narrowing.only = {CountryId::fromCode("DE")};
    const auto german = SnapshotMaker(2).make(all->material, question, {});
    QCOMPARE(german->scansInAll, std::uint64_t{4});
    QCOMPARE(german->totals.scans, std::uint64_t{2});
    QCOMPARE(german->totals.scanPackets, std::uint64_t{9});
    QCOMPARE(german->ports.size(), std::size_t{1});
    QCOMPARE(german->ports[0].port, std::uint16_t{445});
    QCOMPARE(german->sources.size(), std::size_t{1});
    const Timestamp lastVisit = kScriptBegin + Duration::seconds(585);
    question.narrowing.only = {TimeRange{lastVisit, lastVisit}};
    const auto late = SnapshotMaker(2).make(all->material, question, {});
    QCOMPARE(late->totals.scans, std::uint64_t{1}); // counts whole
    QCOMPARE(late->totals.scanPackets, std::uint64_t{4});
    question.narrowing = {{}, {Tool::zmap, PortTerm{Protocol::udp, 53}}};
    const auto rest = SnapshotMaker(2).make(all->material, question, {});
    QCOMPARE(rest->totals.scans, std::uint64_t{2});
}

QTEST_APPLESS_MAIN(TestNarrowScans)
#include "tst_narrow_scans.moc"
