// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"
#include "analysis/make_snapshot.h"
#include "fingerprint/evidence.h"
#include "packets/decoder.h"
#include "support/naive_twin.h"
#include "support/packet_script.h"
#include "support/show.h"
#include "support/snapshots.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;
using Json = nlohmann::json;

namespace {

/// A telescope of 1,024 addresses; some packets miss it.
constexpr const char* kTelescope = "198.51.100.0/22";

std::uint64_t numberFrom(const char* variable, std::uint64_t usual) {
    const char* const text = std::getenv(variable);
    return text == nullptr ? usual : std::strtoull(text, nullptr, 10);
}

/// One packet of a source, as a line of script without its time.
std::string packetLine(Random& random, std::uint64_t source, std::uint64_t manner) {
    static const std::vector<std::string> kOthers = {"UDP len=20", "ICMP 8", "ICMP 0", "SYN+ACK",
        "RST", "RST+ACK", "NONE", "FIN", "FIN+PSH+URG", "ACK", "IP 47", "SYN frag=3", "SYN cut=30"};
    std::string what = "SYN id=54321";
    if (manner == 1)
        what = "SYN seq=" + std::to_string(random.below(3) * 65537 + 7) + " win=1024";
    else if (manner == 2)
        what = "SYN id=" + std::to_string(random.below(65536));
    else if (manner >= 3)
        what = kOthers[random.below(kOthers.size())];
    const bool hasPorts = what.find("ICMP") != 0 && what.find("IP ") != 0;
    const std::string port = hasPorts ? ":" + std::to_string(20 + random.below(3)) : "";
    const std::string from = hasPorts ? ":" + std::to_string(4000 + random.below(2)) : "";
    const std::uint64_t host = random.oneIn(30) ? 1024 + random.below(50) : random.below(300);
    const std::string number = std::to_string(source);
    if (manner == 2 && random.oneIn(2))
        return "[2001:db8::" + number + "]:40 > [2001:db8:1::" + std::to_string(host % 20) +
               "]:22 SYN";
    return "192.0.2." + number + from + " > 198.51." + std::to_string(100 + host / 256) + "." +
           std::to_string(host % 256) + port + " " + what;
}

/// Sources that begin, pause and go on, with silences around every expiry that is asked for.
std::vector<OwnedFrame> seededFrames(std::uint64_t seed, std::size_t packets) {
    static constexpr std::array<double, 10> kPauses = {
        0.2, 1, 9, 59.9, 60, 60.1, 120, 300, 480, 481};
    Random random(seed);
    std::string script;
    for (std::size_t written = 0; written < packets;) {
        const std::uint64_t source = 1 + random.below(40);
        const std::uint64_t manner = random.below(5);
        auto time = static_cast<double>(random.below(5'000));
        const double step = kPauses[random.below(5)];
        for (std::uint64_t i = 1 + random.below(30); i > 0 && written < packets; --i, ++written) {
            script += std::to_string(time) + " " + packetLine(random, source, manner) + "\n";
            time += random.oneIn(8) ? kPauses[random.below(kPauses.size())] : step;
        }
        if (random.oneIn(10))
            script += std::to_string(time) + " ARP\n";
    }
    return packetScript(script);
}

/// What the twin starts from: the same packets, one frame after the other.
std::vector<RandomPacket> packetsOf(const std::vector<OwnedFrame>& frames) {
    const Decoder decoder({parsePrefixes(kTelescope).value(), false});
    std::vector<RandomPacket> packets;
    DecodedFrames decoded;
    const FrameBatch batch = batchOf(frames);
    for (const Frame& frame : batch.frames) {
        decoder.decode({&frame, 1}, 0, decoded);
        for (const Packet& packet : decoded.packets)
            packets.push_back({toBurstPacket(packet, examine(packet)), {}, {}});
        for (const Packet6& packet : decoded.packets6) {
            packets.push_back({toBurstPacket(packet.packet, examine(packet.packet)), packet.source,
                packet.target});
        }
    }
    return packets;
}

/// Twenty sets: what the sliders can say, at and beside the borders.
std::vector<Thresholds> thresholdSets() {
    std::vector<Thresholds> sets;
    for (const double expiry : {60.0, 120.0, 300.0, 480.0, 3600.0}) {
        for (int i = 0; i < 4; ++i) {
            Thresholds thresholds;
            thresholds.expiry = Duration::fromSeconds(expiry);
            thresholds.minTargets = i == 0   ? MinTargets{1, false, 1}
                                    : i == 1 ? MinTargets{3, false, 1}
                                    : i == 2 ? MinTargets{1, true, 2}
                                             : MinTargets{20, false, 1};
            thresholds.rateScope = i % 2 == 0 ? RateScope::telescope : RateScope::internet;
            thresholds.minRate = i == 0 ? 0 : i == 1 ? 400'000 : i == 2 ? 0.5 : 10;
            thresholds.internetSize = i == 3 ? kPublicIpv4In2014 : kAllIpv4;
            thresholds.largeCoverage = i == 1 ? 0.004 : 0.02;
            sets.push_back(thresholds);
        }
    }
    return sets;
}

Material materialOf(std::shared_ptr<const BurstIndex> index, const PrefixSet& telescope) {
    auto facts = factsAbout(*index, telescope, nullptr);
    auto origins = lookUpOrigins(*index, {});
    return {std::move(index), std::move(origins), std::make_shared<const CaptureReport>(),
        telescope, nullptr, std::move(facts)};
}

std::shared_ptr<const BurstIndex> indexFiles(
    const std::vector<std::string>& paths, const PrefixSet& telescope, unsigned threads) {
    ReadOptions options;
    options.telescope = telescope;
    options.threads = threads;
    Progress progress;
    return indexCaptures(paths, options, progress, {}).value().index;
}

std::vector<TwinScan> scansIn(const Json& report) {
    const auto nanoseconds = [](const Json& time) {
        return parseIso8601(time.get<std::string>()).value().nanoseconds;
    };
    std::vector<TwinScan> scans;
    for (const Json& each : report["scans"]) {
        TwinScan& scan = scans.emplace_back();
        scan.source = each["source"];
        scan.kind = each["kind"];
        if (each.contains("port"))
            scan.ports = {each["port"].get<std::uint16_t>()};
        else
            scan.ports = each["ports"].get<std::vector<std::uint16_t>>();
        scan.first = nanoseconds(each["first"]);
        scan.last = nanoseconds(each["last"]);
        scan.packets = each["packets"];
        scan.targets = each["targets"];
        scan.isLarge = each["size"] == "large";
        scan.tool = each["tool"];
        scan.matched = each["matched"];
        scan.tested = each["tested"];
    }
    std::sort(scans.begin(), scans.end());
    return scans;
}

std::string differenceBetween(
    const std::vector<TwinScan>& got, const std::vector<TwinScan>& expected) {
    for (std::size_t i = 0; i < std::max(got.size(), expected.size()); ++i) {
        const std::string mine = i < got.size() ? toText(got[i]) : "(nothing)";
        const std::string wanted = i < expected.size() ? toText(expected[i]) : "(nothing)";
        if (mine != wanted)
            return std::string("\n got      ").append(mine).append("\n expected ").append(wanted);
    }
    return {};
}

} // namespace

/// Captures written to files and read back in every way, against a direct pass over the packets.
/// SWEEPSCOPE_AGREEMENT_SEEDS and SWEEPSCOPE_AGREEMENT_PACKETS make it longer.
class TestAgreement : public QObject {
    Q_OBJECT

private slots:
    void capturesAgreeWithTheTwin();

private:
    /// Parts of the frames, each packet in a part of its own choice and out of order.
    std::vector<std::string> writeParts(std::vector<OwnedFrame> frames, Random& random) const;
    std::shared_ptr<const BurstIndex> readSomehow(
        const std::vector<OwnedFrame>& frames, Random& random, unsigned threads) const;
    void compare(std::uint64_t seed, std::size_t packets) const;

    TemporaryFolder m_folder;
    PrefixSet m_telescope = parsePrefixes(kTelescope).value();
};

std::vector<std::string> TestAgreement::writeParts(
    std::vector<OwnedFrame> frames, Random& random) const {
    for (std::size_t i = frames.size(); i > 1; --i)
        std::swap(frames[i - 1], frames[random.below(i)]);
    std::vector<std::vector<OwnedFrame>> parts(1 + random.below(5));
    for (OwnedFrame& frame : frames)
        parts[random.below(parts.size())].push_back(std::move(frame));
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Bytes content = pcapFile(parts[i], {.bigEndian = random.oneIn(2)});
        paths.push_back(m_folder.write(
            "part" + std::to_string(i) + ".pcap", random.oneIn(4) ? gzipped(content) : content));
    }
    return paths;
}

/// All parts at once, or each alone and merged.
std::shared_ptr<const BurstIndex> TestAgreement::readSomehow(
    const std::vector<OwnedFrame>& frames, Random& random, unsigned threads) const {
    const std::vector<std::string> paths = writeParts(frames, random);
    if (random.oneIn(2))
        return indexFiles(paths, m_telescope, threads);
    BurstIndex merged;
    for (const std::string& path : paths) {
        const auto part = indexFiles({path}, m_telescope, threads);
        merged = mergeIndexes(std::move(merged), *part);
    }
    return std::make_shared<const BurstIndex>(std::move(merged));
}

void TestAgreement::compare(std::uint64_t seed, std::size_t packets) const {
    Random random(1'000'000 + seed);
    const std::vector<OwnedFrame> frames = seededFrames(seed, packets);
    const std::vector<RandomPacket> traffic = packetsOf(frames);
    const unsigned threads = 1 + seed % 4;
    const Material plain = materialOf(
        indexFiles({m_folder.write("plain.pcap", pcapFile(frames))}, m_telescope, 1), m_telescope);
    const Material other = materialOf(readSomehow(frames, random, threads), m_telescope);
    SnapshotMaker one(1);
    SnapshotMaker many(threads);
    for (const Grouping by : {Grouping::sourcePort, Grouping::source}) {
        for (Thresholds thresholds : thresholdSets()) {
            thresholds.by = by;
            const Question question{
                "agreement", thresholds, {m_telescope.size(), false}, false, {}};
            const std::string report = reportOf(*one.make(plain, question, {}));
            QVERIFY2(report == reportOf(*many.make(other, question, {})),
                ("another report of seed " + std::to_string(seed)).c_str());
            const std::string different = differenceBetween(
                scansIn(Json::parse(report)), naiveScans(traffic, thresholds, m_telescope.size()));
            QVERIFY2(different.empty(), ("seed " + std::to_string(seed) + different).c_str());
        }
    }
}

void TestAgreement::capturesAgreeWithTheTwin() {
    const std::uint64_t seeds = numberFrom("SWEEPSCOPE_AGREEMENT_SEEDS", 200);
    const std::uint64_t packets = numberFrom("SWEEPSCOPE_AGREEMENT_PACKETS", 500);
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        compare(seed, packets);
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_APPLESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
