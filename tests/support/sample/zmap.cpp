// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/payloads.h"
#include "sample/populations.h"
#include "sample/scene.h"

#include <vector>

namespace sweepscope::sample {
namespace {

enum class Probing { tcp, udp, icmp };

struct LargeScan {
    Probing probing;
    std::uint16_t port;
    unsigned permille; // of the telescope
    Moment start;      // may lie before the day
    Moment length;     // may reach past it
};

struct MarkedScan {
    ZmapVersion version;
    LargeScan scan;
};

struct NewScan {
    ZmapOptions options;
    LargeScan scan;
};

using enum Probing;
using enum ZmapVersion;
using enum ZmapOptions;

constexpr MarkedScan kMarkedScans[] = {
    {three, {tcp, 443, 1000, 95min, 410min}},
    {three, {tcp, 80, 350, 610min, 240min}},
    {two, {tcp, 22, 1000, -240min, 620min}},
    {three, {tcp, 8080, 1000, 1160min, 760min}},
    {three, {icmp, 0, 200, 300min, 180min}},
    {two, {icmp, 0, 120, 900min, 140min}},
    {three, {udp, 53, 150, 700min, 220min}},
    {three, {udp, 123, 130, 180min, 200min}},
    {two, {udp, 161, 110, 60min, 130min}},
    {three, {udp, 1900, 105, 1180min, 120min}},
    {two, {tcp, 21, 140, 200min, 180min}},
    {three, {tcp, 3389, 130, 840min, 150min}},
    {three, {tcp, 5900, 120, 30min, 150min}},
    {three, {tcp, 27017, 130, 560min, 150min}},
    {two, {tcp, 3306, 120, 1000min, 130min}},
    {three, {tcp, 25, 110, 420min, 100min}},
    {two, {tcp, 23, 110, 760min, 90min}},
    {three, {tcp, 6379, 120, 1240min, 110min}},
    {three, {tcp, 9200, 105, 130min, 90min}},
    {two, {tcp, 5432, 105, 660min, 100min}},
    {three, {tcp, 8888, 130, 1290min, 240min}},
    {three, {tcp, 110, 120, -70min, 160min}},
};

constexpr NewScan kNewScans[] = {
    {likeWindows, {tcp, 443, 1000, 420min, 360min}},
    {likeWindows, {tcp, 80, 350, -100min, 300min}},
    {likeWindows, {tcp, 22, 150, 980min, 220min}},
    {likeWindows, {tcp, 8080, 120, 240min, 150min}},
    {likeWindows, {tcp, 2222, 130, 720min, 140min}},
    {likeWindows, {tcp, 3000, 110, 1060min, 110min}},
    {likeWindows, {tcp, 10250, 105, 340min, 110min}},
    {likeWindows, {tcp, 7547, 60, 830min, 60min}},
    {likeWindows, {tcp, 81, 110, 1310min, 220min}},
    {likeLinux, {tcp, 8000, 120, 500min, 130min}},
    {likeLinux, {tcp, 5000, 60, 150min, 50min}},
    {likeLinux, {tcp, 9090, 40, 1150min, 45min}},
    {likeBsd, {tcp, 5985, 80, 620min, 90min}},
    {likeBsd, {tcp, 5986, 50, 900min, 60min}},
    {smallestProbes, {tcp, 6443, 80, 40min, 100min}},
    {smallestProbes, {tcp, 8006, 50, 780min, 60min}},
    {likeWindows, {icmp, 0, 120, 1210min, 90min}},
    {likeWindows, {udp, 5683, 110, 270min, 100min}},
};

constexpr std::size_t kSmallMarkedScans = 38;
constexpr std::size_t kSmallNewScans = 28;
constexpr std::uint16_t kSmallPorts[] = {443, 80, 8080, 22, 21, 3389, 5900, 27017, 3306, 8000, 8081,
    8888, 9000, 5432, 49152, 7547, 1883, 554, 8086, 2082, 5601, 993, 587, 8161, 11211, 2087};

Bytes questionFor(std::uint16_t port) {
    switch (port) {
    case 53:
        return dnsVersionQuestion();
    case 123:
        return ntpMonlistQuestion();
    case 161:
        return snmpQuestion();
    case 1900:
        return ssdpSearch();
    default:
        return coapQuestion();
    }
}

Kind kindOf(Probing probing) {
    return probing == tcp ? Kind::syn : probing == udp ? Kind::udp : Kind::icmpRequest;
}

const char* protocolOf(Probing probing) {
    return probing == tcp ? "tcp" : probing == udp ? "udp" : "icmp";
}

ProbeMaker markedMaker(const MarkedScan& marked, const Source& source) {
    switch (marked.scan.probing) {
    case udp:
        return zmapUdp(source, questionFor(marked.scan.port));
    case icmp:
        return zmapEcho(source, marked.version);
    default:
        return zmapSyn(source, marked.version);
    }
}

ProbeMaker newMaker(const NewScan& recent, const Source& source) {
    switch (recent.scan.probing) {
    case udp:
        return zmapNewUdp(source, questionFor(recent.scan.port));
    case icmp:
        return zmapNewEcho(source);
    default:
        return zmapNewSyn(source, recent.options, recent.scan.start);
    }
}

const char* nameOf(const NewScan& recent) {
    constexpr const char* kNames[] = {"4.1 windows", "4.1 linux", "4.1 bsd", "4.1 smallest-probes"};
    return recent.scan.probing == tcp ? kNames[static_cast<std::size_t>(recent.options)] : "4.1";
}

void plantWalk(
    Scene& scene, MemberId member, Random& random, const LargeScan& scan, const ProbeMaker& make) {
    const std::vector<std::uint64_t> positions = scene.walk.positions(random);
    const auto visits = walkVisits(random, positions, {scan.start, scan.length}, scan.permille);
    scene.plantProbes(member, random, visits, scan.port, make);
}

void plantMarked(Scene& scene, Random& random, const MarkedScan& marked) {
    const Source source = scene.sources.take(random, Habitat::hosting);
    const MemberId member = scene.open("zmap", "zmap", marked.version == two ? "2.x" : "3.x",
        source, kindOf(marked.scan.probing), protocolOf(marked.scan.probing));
    plantWalk(scene, member, random, marked.scan, markedMaker(marked, source));
}

void plantNew(Scene& scene, Random& random, const NewScan& recent) {
    const Source source = scene.sources.take(random, Habitat::hosting);
    const MemberId member = scene.open("zmap-4.1", "zmap-4.1-like", nameOf(recent), source,
        kindOf(recent.scan.probing), protocolOf(recent.scan.probing));
    plantWalk(scene, member, random, recent.scan, newMaker(recent, source));
}

/// A scan of about 0.5 to 9 % of the telescope at 15,000 to 90,000 packets/s Internet-wide.
LargeScan smallScan(Random& random) {
    const auto permille =
        static_cast<unsigned>(random.percent(60) ? random.between(4, 20) : random.between(25, 50));
    const std::uint64_t rate = random.between(15'000, 90'000);
    const auto seconds = static_cast<std::int64_t>(permille * (1ULL << 32) / 1000 / rate);
    const Moment start = random.moment(-1h, kDayLength - 20min);
    return {tcp, random.pick(kSmallPorts), permille, start, std::chrono::seconds(seconds)};
}

} // namespace

void plantZmap(Scene& scene) {
    Random random = scene.stream("zmap", 0);
    for (const MarkedScan& marked : kMarkedScans) {
        plantMarked(scene, random, marked);
    }
    for (std::size_t i = 0; i < kSmallMarkedScans; ++i) {
        const ZmapVersion version = random.percent(40) ? two : three;
        plantMarked(scene, random, {version, smallScan(random)});
    }
}

void plantZmapNew(Scene& scene) {
    Random random = scene.stream("zmap-4.1", 0);
    for (const NewScan& recent : kNewScans) {
        plantNew(scene, random, recent);
    }
    for (std::size_t i = 0; i < kSmallNewScans; ++i) {
        plantNew(scene, random, {likeWindows, smallScan(random)});
    }
}

} // namespace sweepscope::sample
