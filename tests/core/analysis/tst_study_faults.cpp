// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/packet_script.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "support/snapshots.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

void anyScan(Thresholds& thresholds) {
    thresholds.minTargets = {1, false, 1};
    thresholds.minRate = 0;
}

Asked asking(const std::function<void(Thresholds&)>& change, const char* telescope = "") {
    Asked asked;
    asked.telescope = telescope;
    asked.change = change;
    return asked;
}

std::vector<Scan> scansOf(const Snapshot& snapshot) {
    std::vector<Scan> scans;
    for (const auto& segment : snapshot.scans)
        scans.insert(scans.end(), segment.begin(), segment.end());
    return scans;
}

/// A SYN of 9.9.9.9 to a host of 35.66/16, as a line of script.
std::string syn(double seconds, unsigned host, std::uint32_t sequence, unsigned id,
    const char* source = "9.9.9.9") {
    return std::to_string(seconds) + " " + source + ":40000 > 35.66." + std::to_string(host >> 8) +
           "." + std::to_string(host & 0xff) + ":445 SYN seq=" + std::to_string(sequence) +
           " id=" + std::to_string(id) + "\n";
}

} // namespace

/// The faults of a study that was done on such captures before, each as a test that it would fail.
/// The letters are those under which the faults are listed.
class TestStudyFaults : public QObject {
    Q_OBJECT

private slots:
    void a_targetsDifferInTheirLastOctets();
    void b_masscanUsesTheLastOctets();
    void c_answersAreNoScans_data();
    void c_answersAreNoScans();
    void d_countersHoldMoreThan16Bits();
    void e_rateIsThatOfAScan();
    void e_rateOfNoTime();
    void f_orderAndBordersOfFilesDoNotMatter();
    void g_eightAddressesAreNoTelescopeForTheInternet();

private:
    TemporaryFolder m_folder;
};

/// It read addresses as 16 bits, so 35.66.1.2 and 35.66.9.9 were one.
void TestStudyFaults::a_targetsDifferInTheirLastOctets() {
    const auto snapshot = snapshotOfScript(m_folder,
        syn(0, 0x0102, 1, 1) + syn(1, 0x0909, 2, 2) + syn(2, 0x0103, 3, 3) + syn(3, 0x0202, 4, 4) +
            syn(4, 0x0102, 5, 5), // the first again
        asking(anyScan));
    const std::vector<Scan> scans = scansOf(*snapshot);
    QCOMPARE(scans.size(), std::size_t{1});
    QCOMPARE(scans[0].targets, 4U);
    QCOMPARE(scans[0].packets, std::uint64_t{5});
    QCOMPARE(snapshot->question.telescope.addresses, 4.0);
}

/// It took the first two octets of the target into Masscan's relation.
void TestStudyFaults::b_masscanUsesTheLastOctets() {
    std::string right;
    std::string wrong;
    for (unsigned host = 1; host <= 50; ++host) {
        const std::uint32_t sequence = 0xdeadbeef * host;
        const unsigned rest = 445 ^ (sequence & 0xffff);
        right += syn(host, host * 5, sequence, host * 5 ^ rest);
        wrong += syn(host, host * 5, sequence, 0x2342 ^ rest, "8.8.4.4");
    }
    const auto snapshot = snapshotOfScript(m_folder, right + wrong, asking(anyScan));
    for (const Scan& scan : scansOf(*snapshot)) {
        const bool isRight = snapshot->view().addressOf(scan.source) == Address(Ipv4{0x09090909});
        QVERIFY(scan.tool == (isRight ? Tool::masscan : Tool::unknown));
    }
    QCOMPARE(snapshot->totals.scans, std::uint64_t{2});
    // The vector of the fact sheet, three times: target 35.66.1.2, port 445, sequence 0xdeadbeef.
    const auto vectors = [&](unsigned id) {
        return snapshotOfScript(m_folder,
            syn(0, 0x0102, 0xdeadbeef, id) + syn(1, 0x0102, 0xdeadbeef, id) +
                syn(2, 0x0102, 0xdeadbeef, id),
            asking(anyScan));
    };
    QVERIFY(scansOf(*vectors(0xbe50)).at(0).tool == Tool::masscan);
    QVERIFY(scansOf(*vectors(0xfd71)).at(0).tool == Tool::unknown);
}

void TestStudyFaults::c_answersAreNoScans_data() {
    QTest::addColumn<std::string>("what");
    for (const char* const what : {"SYN+ACK", "RST", "RST+ACK", "RST+SYN", "SYN+ACK+ECE"})
        QTest::newRow(what) << std::string(what);
}

/// It counted every packet with the SYN flag, and later every TCP packet.
void TestStudyFaults::c_answersAreNoScans() {
    QFETCH(std::string, what);
    std::string script;
    for (unsigned host = 0; host < 200; ++host)
        script += std::to_string(host) + " 192.0.2.9:80 > 35.66.0." + std::to_string(host) +
                  ":40000 " + what + "\n";
    for (const Grouping by : {Grouping::sourcePort, Grouping::source}) {
        const auto snapshot = snapshotOfScript(m_folder, script, asking([by](Thresholds& t) {
            anyScan(t);
            t.by = by;
        }));
        QCOMPARE(snapshot->totals.scans, std::uint64_t{0});
        QCOMPARE(snapshot->material.index->counts.of(Bin::backscatter), std::uint64_t{200});
        QCOMPARE(snapshot->material.index->counts.of(Bin::probe), std::uint64_t{0});
    }
}

/// It counted with 16 bits.
void TestStudyFaults::d_countersHoldMoreThan16Bits() {
    const OwnedFrame frame = packetScript(syn(0, 0x0102, 7, 7)).front();
    std::vector<OwnedFrame> frames(140'000, frame);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        frames[i].time = frame.time + Duration{static_cast<std::int64_t>(i) * 1'000'000};
        frames[i].bytes[14 + 18] = static_cast<std::uint8_t>(i >> 8); // 35.66.x.y
        frames[i].bytes[14 + 19] = static_cast<std::uint8_t>(i);
    }
    const auto snapshot =
        snapshotOf({m_folder.write("many.pcap", pcapFile(frames))}, asking(anyScan));
    const std::vector<Scan> scans = scansOf(*snapshot);
    QCOMPARE(scans.size(), std::size_t{1});
    QCOMPARE(scans[0].packets, std::uint64_t{140'000});
    QCOMPARE(scans[0].targets, 65'536U);
    QCOMPARE(snapshot->material.index->counts.frames, std::uint64_t{140'000});
    QCOMPARE(snapshot->ports.at(0).packets, std::uint64_t{140'000});
    QCOMPARE(snapshot->totals.scanPackets, std::uint64_t{140'000});
}

/// It compared neighbouring packets of the capture, whoever had sent them: always quick enough.
void TestStudyFaults::e_rateIsThatOfAScan() {
    std::string script;
    for (unsigned i = 0; i < 60; ++i) {
        // Ten sources, each one packet in a hundred seconds; neighbours are 10 ms apart.
        for (unsigned source = 0; source < 10; ++source)
            script += syn(100.0 * i + source * 0.01, i * 10, i, 1,
                ("10.0.0." + std::to_string(source)).c_str());
    }
    const auto asked = [](double rate) {
        return asking([rate](Thresholds& t) {
            anyScan(t);
            t.minRate = rate;
            t.rateScope = RateScope::telescope;
        });
    };
    QCOMPARE(snapshotOfScript(m_folder, script, asked(10))->totals.scans, std::uint64_t{0});
    QCOMPARE(snapshotOfScript(m_folder, script, asked(0.0103))->totals.scans, std::uint64_t{0});
    // 60 packets in 5,900 s are 0.01017 a second.
    QCOMPARE(snapshotOfScript(m_folder, script, asked(0.0101))->totals.scans, std::uint64_t{10});
}

/// A scan of no duration had an infinite rate.
void TestStudyFaults::e_rateOfNoTime() {
    std::string script;
    for (unsigned host = 0; host < 5; ++host)
        script += syn(7, host, host, 1);
    script += syn(7, 9, 9, 1, "8.8.8.8");
    const auto snapshot = snapshotOfScript(m_folder, script, asking(anyScan, "35.66.0.0/16"));
    for (const Scan& scan : scansOf(*snapshot)) {
        const double rate = ScanScale::rate(scan.packets, scan.time);
        QCOMPARE(rate, static_cast<double>(scan.packets));
        QVERIFY(std::isfinite(snapshot->view().scale.internetRate(scan.packets, scan.time)));
    }
    const auto quick = [](Thresholds& t) {
        anyScan(t);
        t.minRate = 5;
        t.rateScope = RateScope::telescope;
    };
    QCOMPARE(snapshotOfScript(m_folder, script, asking(quick))->totals.scans, std::uint64_t{1});
}

/// It forgot everything at the end of each hourly file.
void TestStudyFaults::f_orderAndBordersOfFilesDoNotMatter() {
    Random random(1);
    std::string script;
    for (int i = 0; i < 4'000; ++i)
        script +=
            syn(static_cast<double>(random.below(20'000)), static_cast<unsigned>(random.below(300)),
                static_cast<std::uint32_t>(random.next() & 0xffff), 54'321,
                ("10.0.0." + std::to_string(random.below(12))).c_str());
    std::vector<OwnedFrame> frames = packetScript(script);
    std::stable_sort(frames.begin(), frames.end(),
        [](const OwnedFrame& a, const OwnedFrame& b) { return a.time < b.time; });
    const auto resultsOf = [&](const std::vector<std::string>& paths) {
        const auto snapshot = snapshotOf(paths, asking(anyScan));
        std::string report = reportOf(*snapshot);
        return report.substr(report.find("\"accounting\"")); // all but the list of files
    };
    const std::string expected = resultsOf({m_folder.write("sorted.pcap", pcapFile(frames))});
    QVERIFY(expected.find("\"scans\"") != std::string::npos);
    std::vector<OwnedFrame> mixed = frames;
    for (std::size_t i = mixed.size(); i > 1; --i)
        std::swap(mixed[i - 1], mixed[random.below(i)]);
    QCOMPARE(resultsOf({m_folder.write("mixed.pcap", pcapFile(mixed))}), expected);
    std::vector<std::string> hours;
    for (std::size_t hour = 0; hour < 6; ++hour) {
        const auto begin = frames.begin() + static_cast<std::ptrdiff_t>(hour * 4'000 / 6);
        const auto end = frames.begin() + static_cast<std::ptrdiff_t>((hour + 1) * 4'000 / 6);
        hours.push_back(m_folder.write("hour" + std::to_string(hour), pcapFile({begin, end})));
    }
    for (int round = 0; round < 5; ++round) {
        QCOMPARE(resultsOf(hours), expected);
        std::next_permutation(hours.begin(), hours.end());
        std::swap(hours[0], hours[static_cast<std::size_t>(round)]);
    }
}

/// It called what eight addresses saw "Internet-wide".
void TestStudyFaults::g_eightAddressesAreNoTelescopeForTheInternet() {
    std::string script;
    for (unsigned host = 0; host < 8; ++host)
        script += syn(host, host, host, 1);
    const auto snapshot =
        snapshotOfScript(m_folder, script, asking([](Thresholds&) {}, "35.66.0.0/29"));
    bool isWarned = false;
    for (const Sentence& warning : snapshot->warnings)
        isWarned = isWarned || (warning.text().find("8 addresses") != std::string::npos &&
                                   warning.text().find("Internet-wide") != std::string::npos);
    QVERIFY(isWarned);
    // And the profile chosen for it asks for no Internet-wide rate.
    QCOMPARE(snapshot->question.thresholds.minRate, 0.0);
    QCOMPARE(snapshot->totals.large, std::uint64_t{1});
}

QTEST_APPLESS_MAIN(TestStudyFaults)
#include "tst_study_faults.moc"
