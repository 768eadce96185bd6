// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/payloads.h"
#include "sample/populations.h"
#include "sample/scene.h"

namespace sweepscope::sample {
namespace {

struct HandmadeScan {
    const char* tool;
    std::uint16_t port;
    std::size_t targets;
    Moment start;
    Moment length;
};

constexpr HandmadeScan kScans[] = {
    {"hping3", 80, 220, 190min, 20min},
    {"hping3", 443, 150, 640min, 15min},
    {"hping3", 8000, 150, 1130min, 12min},
    {"unicornscan", 22, 256, 310min, 30min},
    {"unicornscan", 8080, 180, 790min, 20min},
    {"unicornscan", 3389, 120, 1260min, 18min},
    {"scapy", 80, 180, 540min, 40min},
    {"scapy", 502, 120, 980min, 30min},
};

ProbeMaker makerFor(const HandmadeScan& scan, const Source& source, Random& random) {
    const std::string_view tool = scan.tool;
    if (tool == "hping3") {
        return hpingSyn(source, random);
    }
    return tool == "scapy" ? scapySyn(source) : unicornscanSyn(source, random);
}

void plantScan(Scene& scene, std::uint64_t index, const HandmadeScan& scan) {
    Random random = scene.stream("handmade", index);
    const Source source = scene.sources.take(random, Habitat::hosting);
    const MemberId member = scene.open("handmade", scan.tool, "", source, Kind::syn, "tcp");
    const ProbeMaker make = makerFor(scan, source, random);
    const std::uint32_t first = anyTarget(random);
    const auto visits = sequentialVisits(random, {scan.start, scan.length}, first, scan.targets);
    scene.plantProbes(member, random, visits, scan.port, make);
}

/// Scapy's defaults for UDP: from port 53 to port 53, IP ID 1.
void plantScapyUdp(Scene& scene) {
    Random random = scene.stream("handmade-udp", 0);
    const Source source = scene.sources.take(random, Habitat::hosting);
    const MemberId member = scene.open("handmade", "scapy", "UDP", source, Kind::udp, "udp");
    for (const Visit& visit : shuffledVisits(random, {410min, 15min}, 120)) {
        const Ipv4Header ip = {source.address, visit.target, source.ttl(64), 1};
        const Bytes packet = udpPacket(ip, {53, 53}, dnsVersionQuestion());
        scene.plan.add(member, visit.time, visit.target, 53, packet);
    }
}

} // namespace

void plantHandmade(Scene& scene) {
    std::uint64_t index = 0;
    for (const HandmadeScan& scan : kScans) {
        plantScan(scene, index++, scan);
    }
    plantScapyUdp(scene);
}

} // namespace sweepscope::sample
