// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/populations.h"
#include "sample/scene.h"
#include "sample/stacks.h"

#include <vector>

namespace sweepscope::sample {
namespace {

enum class Manner { zmap, zmapNew, masscan, connecting };

/// A prefix from which the organisation is on record as scanning. What its source sends here is
/// made up.
struct KnownScanner {
    const char* organisation;
    std::uint32_t network;
    unsigned prefixLength;
    const char* country;
    Manner manner;
};

constexpr KnownScanner kScanners[] = {
    {"Censys", 0xa28e7d00, 24, "US", Manner::zmapNew},                   // 162.142.125.0/24
    {"Censys", 0xa75e8a00, 24, "US", Manner::zmapNew},                   // 167.94.138.0/24
    {"Shodan", 0x42f0c08a, 32, "US", Manner::connecting},                // 66.240.192.138
    {"Shadowserver", 0x41311442, 32, "US", Manner::zmap},                // 65.49.20.66
    {"Stretchoid", 0x0496beb4, 32, "US", Manner::zmap},                  // 4.150.190.180
    {"ONYPHE", 0x5bc49800, 27, "FR", Manner::connecting},                // 91.196.152.0/27
    {"Internet Census Group", 0x2d9c8005, 32, "NL", Manner::connecting}, // 45.156.128.5
    {"Rapid7", 0x58cabe88, 29, "US", Manner::masscan},                   // 88.202.190.136/29
};

constexpr std::uint16_t kPorts[] = {21, 22, 23, 25, 53, 80, 110, 143, 443, 465, 587, 993, 995, 1433,
    1723, 1883, 2222, 3306, 3389, 5060, 5432, 5900, 5985, 6379, 7001, 8000, 8080, 8888, 9200, 11211,
    27017, 502, 102, 161, 389, 636, 873, 2049, 5672};

const char* toolOf(Manner manner) {
    constexpr const char* kTools[] = {"zmap", "zmap-4.1-like", "masscan", "unknown"};
    return kTools[static_cast<std::size_t>(manner)];
}

ProbeMaker makerFor(Manner manner, const Source& source, Random& random) {
    switch (manner) {
    case Manner::zmap:
        return zmapSyn(source, ZmapVersion::three);
    case Manner::zmapNew:
        return zmapNewSyn(source, ZmapOptions::likeWindows, Moment(0));
    default:
        return masscanSyn(source, random, MasscanAge::window1024);
    }
}

/// A day's round: a dozen ports or so, a few dozen targets each, spread over the day.
void plantScanner(Scene& scene, std::uint64_t index, const KnownScanner& scanner) {
    Random random = scene.stream("known-scanner", index);
    const Source source =
        scene.sources.takeIn(random, scanner.network, scanner.prefixLength, scanner.country);
    const MemberId member = scene.open(
        "known-scanner", toolOf(scanner.manner), scanner.organisation, source, Kind::syn, "tcp");
    std::vector<std::uint16_t> ports(std::begin(kPorts), std::end(kPorts));
    random.shuffle(ports);
    ports.resize(static_cast<std::size_t>(random.between(9, 16)));
    const ProbeMaker make = makerFor(scanner.manner, source, random);
    ConnectingHost host(source, anyLinux(random), random);
    for (const std::uint16_t port : ports) {
        const auto targets = static_cast<std::size_t>(random.between(16, 42));
        const auto visits = shuffledVisits(random, {0h, kDayLength}, targets);
        if (scanner.manner != Manner::connecting) {
            scene.plantProbes(member, random, visits, port, make);
            continue;
        }
        for (const Visit& visit : visits) {
            host.connect(scene.plan, member, random, visit.time, visit.target, port, 0);
        }
    }
}

} // namespace

void plantKnownScanners(Scene& scene) {
    std::uint64_t index = 0;
    for (const KnownScanner& scanner : kScanners) {
        plantScanner(scene, index++, scanner);
    }
}

} // namespace sweepscope::sample
