// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/rules.h"
#include "fingerprint/trait.h"
#include "packets/decoder.h"
#include "packets/wire.h"
#include "support/collect.h"
#include "support/packet_script.h"
#include "support/snapshots.h"

#include <QTest>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// What must be said of what a tool sent: tool, version, family, stack, content.
struct Said {
    std::string tool;
    std::string version;
    std::string family;
    std::string stack;
    std::string content;
};

const std::map<std::string, Said>& wantedFor(bool isDark, const std::string& protocol) {
    static const std::map<std::string, Said> kSyn = {
        {"zmap", {"zmap", "zmap-1.0-2.1.1", "", "irregular", ""}},
        {"masscan", {"masscan", "masscan-1.0.3-1.3.2", "", "irregular", ""}},
        {"masscan-retries", {"masscan", "masscan-1.0.3-1.3.2", "", "irregular", ""}},
        {"nmap", {"nmap", "nmap-window-1024", "", "", ""}},
        {"nmap-discovery", {"nmap", "nmap-window-1024", "", "", ""}},
        {"hping3", {"hping3", "", "", "irregular", ""}},
        {"scapy", {"scapy", "", "", "irregular", ""}},
        {"connect", {"unknown", "", "connect", "linux", ""}},
        {"zmap-windows", {"zmap-4.1-like", "zmap-4.1-windows", "", "", ""}},
        {"zmap-linux", {"zmap-4.1-like", "zmap-4.1-linux", "", "", ""}},
        {"zmap-bsd", {"zmap-4.1-like", "zmap-4.1-bsd", "", "", ""}},
        {"zmap-smallest-probes", {"zmap-4.1-like", "zmap-4.1-smallest-probes", "", "", ""}},
        {"zmap-windows-shard-0-of-2", {"zmap-4.1-like", "zmap-4.1-windows", "", "", ""}},
        {"zmap-windows-shard-1-of-2", {"zmap-4.1-like", "zmap-4.1-windows", "", "", ""}},
        {"zmap-windows-twice", {"zmap-4.1-like", "zmap-4.1-windows", "", "", ""}},
        {"nmap-fin", {"unknown", "", "", "", ""}},
        {"nmap-xmas", {"unknown", "", "", "", ""}},
        {"nmap-null", {"unknown", "", "", "", ""}},
    };
    static const std::map<std::string, Said> kUdp = {
        {"zmap", {"zmap", "", "", "", ""}},
        {"masscan", {"unknown", "", "", "", ""}},
        {"nmap", {"unknown", "", "", "", ""}},
    };
    // ZMap 4.3.4 no longer bears its mark, so that is unknown.
    static const std::map<std::string, Said> kDarkUdp = {
        {"zmap", {"unknown", "", "", "", "*"}},
        {"scapy", {"unknown", "", "scapy", "", ""}},
    };
    static const std::map<std::string, Said> kIcmp = {{"zmap", {"zmap", "", "", "", ""}}};
    static const std::map<std::string, Said> kDarkIcmp = {
        {"zmap", {"unknown", "", "", "", "zmap-echo"}},
        {"masscan", {"unknown", "", "", "", "masscan-echo"}},
        {"ping", {"unknown", "", "", "", "linux-ping"}},
        {"nmap-discovery", {"unknown", "", "", "", "several"}},
    };
    if (protocol == "udp")
        return isDark ? kDarkUdp : kUdp;
    if (protocol == "icmp")
        return isDark ? kDarkIcmp : kIcmp;
    return kSyn;
}

/// One line of a truth table.
struct Run {
    std::string source;
    std::string label;
    std::set<std::string> protocols;
    std::set<std::string> ports; ///< empty: any
};

std::set<std::string> parts(const std::string& text, char separator) {
    std::set<std::string> all;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        all.insert(part);
    return all;
}

std::vector<Run> truthOf(const std::string& file) {
    std::vector<Run> runs;
    std::stringstream lines(readText(sourceFile("tests/data/real-tools/" + file + ".truth.tsv")));
    for (std::string line; std::getline(lines, line);) {
        std::stringstream fields(line);
        Run run;
        std::string protocol;
        std::string ports;
        fields >> run.source >> run.label >> protocol >> ports;
        run.protocols = parts(protocol, '+');
        if (ports != "-" && ports != "top20")
            run.ports = parts(ports, ',');
        runs.push_back(run);
    }
    return runs;
}

std::shared_ptr<const Snapshot> snapshotOfFile(const std::string& file) {
    Asked asked;
    asked.telescope = "198.51.100.0/24";
    asked.change = [](Thresholds& thresholds) {
        thresholds.minTargets = {10, false, 1};
        thresholds.minRate = 0;
    };
    return snapshotOf({sourceFile("tests/data/real-tools/" + file + ".pcap")}, asked);
}

bool isOf(const Run& run, const std::string& source, const Scan& scan) {
    const std::string protocol(nameOf(protocolOf(scan.kind)));
    const bool hasPort =
        protocol == "icmp" || run.ports.empty() || run.ports.contains(std::to_string(scan.port));
    return run.source == source && run.protocols.contains(protocol) && hasPort;
}

std::string saidOf(const Verdict& verdict, const ToolDetail& detail) {
    const std::string content = detail.content != nullptr
                                    ? std::string(detail.content->name)
                                    : (detail.hasSeveralContents ? "several" : "");
    return fmt::format("{}|{}|{}|{}|{}", nameOf(verdict.tool),
        detail.version ? detail.version->facts->name : "", detail.familyName(),
        detail.stack ? detail.stack->facts->name : "", content);
}

std::string wanted(const Said& said, const std::string& got) {
    const std::string content = said.content == "*" ? got.substr(got.rfind('|') + 1) : said.content;
    return fmt::format("{}|{}|{}|{}|{}", said.tool, said.version, said.family, said.stack, content);
}

/// Packets in the order of time: those whose value equals the one before, and all.
template <typename Value>
std::pair<std::uint64_t, std::uint64_t> equalNeighbours(
    const std::vector<OwnedFrame>& frames, std::uint32_t source, std::uint16_t port, Value value) {
    DecodedFrames decoded;
    const FrameBatch batch = batchOf(frames);
    Decoder({PrefixSet(), false}).decode(batch.frames, 0, decoded);
    std::vector<std::pair<Timestamp, std::uint64_t>> values;
    for (const Packet& packet : decoded.packets) {
        if (packet.kind == Kind::syn && packet.source == source && packet.port == port)
            values.emplace_back(packet.time, value(packet));
    }
    std::stable_sort(values.begin(), values.end(),
        [](const auto& a, const auto& b) { return a.first < b.first; });
    std::uint64_t equal = 0;
    for (std::size_t i = 1; i < values.size(); ++i)
        equal += values[i].second == values[i - 1].second ? 1 : 0;
    return {equal, values.size()};
}

std::vector<OwnedFrame> framesOf(const std::string& path) {
    auto source = openCapture(path, {});
    return collect(*source.value()).frames;
}

SynFields fieldsOf(const Packet& packet) {
    SynFields syn;
    syn.sequence = TcpHeader{packet.transport}.sequence();
    syn.target = packet.target;
    syn.sourcePort = packet.sourcePort;
    syn.targetPort = packet.targetPort;
    return syn;
}

} // namespace

/// Packets of real tools, recorded where nothing else was: what is said of each against the truth.
class TestRealTools : public QObject {
    Q_OBJECT

private slots:
    void truthTable_data();
    void truthTable();
    void nmapCountsNeighbours();
    void smallScans_data();
    void smallScans();
};

void TestRealTools::truthTable_data() {
    QTest::addColumn<std::string>("file");
    QTest::addColumn<std::size_t>("scans");
    QTest::newRow("with answers") << std::string("real-tools") << std::size_t{36};
    QTest::newRow("dark") << std::string("dark-tools") << std::size_t{27};
}

void TestRealTools::truthTable() {
    QFETCH(std::string, file);
    QFETCH(std::size_t, scans);
    const std::vector<Run> runs = truthOf(file);
    const auto snapshot = snapshotOfFile(file);
    const ScanView view = snapshot->view();
    std::size_t found = 0;
    std::vector<bool> isSeen(runs.size());
    for (const std::vector<Scan>& segment : snapshot->scans) {
        for (const Scan& scan : segment) {
            const std::string source = toText(view.addressOf(scan.source));
            const auto run = std::find_if(runs.begin(), runs.end(),
                [&](const Run& each) { return isOf(each, source, scan); });
            QVERIFY2(run != runs.end(), source.c_str());
            isSeen[static_cast<std::size_t>(run - runs.begin())] = true;
            const ScanEvidence evidence = evidenceOf(view.index, view.chains, scan);
            const Verdict verdict = decide(evidence);
            QVERIFY(verdict.tool == scan.tool);
            const std::string got = saidOf(verdict, detailOf(evidence, verdict.tool));
            const auto& table =
                wantedFor(file == "dark-tools", std::string(nameOf(protocolOf(scan.kind))));
            const auto said = table.find(run->label);
            QVERIFY2(said != table.end(), run->label.c_str());
            const std::string text = source + " " + run->label + ": ";
            QCOMPARE(text + got, text + wanted(said->second, got));
            ++found;
        }
    }
    QCOMPARE(found, scans);
    // Backscatter alone makes no scan.
    for (std::size_t i = 0; i < runs.size(); ++i)
        QCOMPARE(isSeen[i], runs[i].label != "backscatter" && runs[i].label != "zmap-synack");
}

/// A pure Nmap scan: as many equal neighbours as the packets in their order have, of as many
/// packets.
void TestRealTools::nmapCountsNeighbours() {
    std::size_t compared = 0;
    for (const std::string file : {"real-tools", "dark-tools"}) {
        const auto frames = framesOf(sourceFile("tests/data/real-tools/" + file + ".pcap"));
        const auto snapshot = snapshotOfFile(file);
        const ScanView view = snapshot->view();
        for (const std::vector<Scan>& segment : snapshot->scans) {
            for (const Scan& scan : segment) {
                if (scan.tool != Tool::nmap)
                    continue;
                const Verdict verdict = decide(evidenceOf(view.index, view.chains, scan));
                const auto [equal, packets] =
                    equalNeighbours(frames, view.addressOf(scan.source).v4().value, scan.port,
                        [](const Packet& packet) { return nmapValue(fieldsOf(packet)); });
                QCOMPARE(verdict.matched, equal);
                QCOMPARE(verdict.tested, packets);
                ++compared;
            }
        }
    }
    QCOMPARE(compared, std::size_t{24});
}

/// A few packets, some of which differ in their secret, group by group.
void TestRealTools::smallScans_data() {
    QTest::addColumn<std::string>("tool");
    QTest::addColumn<std::vector<int>>("groups"); ///< packets of each secret
    QTest::addColumn<bool>("retries");
    QTest::addColumn<std::string>("verdict");
    const auto row = [](const char* tool, const std::vector<int>& groups, bool retries,
                         const char* verdict) {
        QTest::addRow("%s %zu groups, first of %d%s", tool, groups.size(), groups.front(),
            retries ? ", twice" : "")
            << std::string(tool) << groups << retries << std::string(verdict);
    };
    for (const char* const tool : {"nmap", "unicornscan"}) {
        const std::string name(tool);
        row(tool, {2}, false, "unknown 1/2");
        row(tool, {3}, false, "unknown 2/3");
        row(tool, {4}, false, "unknown 3/4");
        row(tool, {9}, false, "unknown 8/9");
        row(tool, {10}, false, (name + " 9/10").c_str());
        row(tool, {10}, true, (name + " 19/20").c_str());
        row(tool, {64, 64, 64, 64}, false, (name + " 252/256").c_str());
        row(tool, {100, 100}, true, (name + " 398/400").c_str());
    }
}

void TestRealTools::smallScans() {
    QFETCH(std::string, tool);
    QFETCH(std::vector<int>, groups);
    QFETCH(bool, retries);
    QFETCH(std::string, verdict);
    std::string script;
    double time = 0;
    std::uint32_t host = 0;
    std::uint32_t secret = 0x12345678;
    for (const int count : groups) {
        for (int round = 0; round < (retries ? 2 : 1); ++round) {
            for (int i = 0; i < count; ++i) {
                const std::uint32_t target = 0xcb007000U + host + static_cast<std::uint32_t>(i);
                const auto n = static_cast<std::uint32_t>(round);
                const auto port = 40'000U + n;
                const std::uint32_t sequence =
                    tool == "nmap" ? secret ^ ((n << 16) + n)
                                   : secret ^ __builtin_bswap32(target) ^ ((80U << 16) + port);
                script += fmt::format("{} 198.51.100.7:{} > {}:80 SYN win={} seq={} id={} "
                                      "opts=020405b4\n",
                    time += 0.01, port, toText(Ipv4{target}), tool == "nmap" ? 1024 : 4128,
                    sequence, 1 + i * 7);
            }
        }
        host += static_cast<std::uint32_t>(count);
        secret = secret * 2'654'435'761U + 1;
    }
    TemporaryFolder folder;
    Asked asked;
    asked.change = [](Thresholds& thresholds) {
        thresholds.minTargets = {1, false, 1};
        thresholds.minRate = 0;
    };
    const auto snapshot = snapshotOfScript(folder, script, asked);
    const ScanView view = snapshot->view();
    QCOMPARE(snapshot->totals.scans, std::uint64_t{1});
    for (const std::vector<Scan>& segment : snapshot->scans) {
        for (const Scan& scan : segment) {
            const Verdict got = decide(evidenceOf(view.index, view.chains, scan));
            QCOMPARE(fmt::format("{} {}/{}", nameOf(got.tool), got.matched, got.tested), verdict);
            const auto [equal, packets] = equalNeighbours(
                packetScript(script), 0xc6336407, 80, [&](const Packet& packet) -> std::uint64_t {
                    return tool == "nmap" ? nmapValue(fieldsOf(packet))
                                          : unicornscanKey(fieldsOf(packet));
                });
            QCOMPARE(got.matched, equal);
            QCOMPARE(got.tested, packets);
        }
    }
}

QTEST_APPLESS_MAIN(TestRealTools)
#include "tst_real_tools.moc"
