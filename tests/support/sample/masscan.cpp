// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/populations.h"
#include "sample/scene.h"

#include <vector>

namespace sweepscope::sample {
namespace {

using enum MasscanAge;

struct MasscanScan {
    MasscanAge age;
    std::vector<std::uint16_t> ports;
    unsigned permille; // of the telescope, each port by itself
    Moment start;
    Moment length;
};

constexpr std::size_t kSmallScans = 35;
constexpr std::size_t kSmallNewScans = 5;
constexpr std::uint16_t kSmallPorts[] = {80, 443, 22, 3389, 445, 5900, 6379, 8080, 9200, 23, 1433,
    3306, 8545, 5038, 2000, 1723, 5672, 7001, 8009, 8291};

std::vector<MasscanScan> largeScans() {
    return {
        {window1024, {80, 443, 8080}, 130, 130min, 190min},
        {window1024, {22}, 200, 820min, 220min},
        {window1024, {445}, 180, 40min, 130min},
        {window1024, {3389}, 130, 350min, 110min},
        {window1024, {6379}, 120, 460min, 90min},
        {window1024, {5900}, 110, 1120min, 80min},
        {window1024, {23}, 150, 1330min, 210min},  // runs past the day's end
        {window1024, {1433}, 120, -50min, 140min}, // began before the day
        {window1024, {25565}, 60, 930min, 70min},
        {window1024, {9200}, 110, 710min, 60min},
        {window1025, {8081}, 110, 240min, 80min},
        {window1025, {5555}, 110, 1010min, 75min},
        {window1025, {7001}, 60, 1240min, 60min},
    };
}

const char* nameOf(MasscanAge age) {
    return age == window1024 ? "1.0.3-1.3.2" : "since 2023-11";
}

std::size_t targetsOf(unsigned permille) {
    return std::size_t{kTelescopeSize} * permille / 1000;
}

MemberId openMasscan(Scene& scene, const Source& source, const char* variant) {
    return scene.open("masscan", "masscan", variant, source, Kind::syn, "tcp");
}

void plantScan(Scene& scene, Random& random, const MasscanScan& scan) {
    const Source source = scene.sources.take(random, Habitat::hosting);
    const MemberId member = openMasscan(scene, source, nameOf(scan.age));
    const ProbeMaker make = masscanSyn(source, random, scan.age);
    for (const std::uint16_t port : scan.ports) {
        const auto visits =
            shuffledVisits(random, {scan.start, scan.length}, targetsOf(scan.permille));
        scene.plantProbes(member, random, visits, port, make);
    }
}

MasscanScan smallScan(Random& random, MasscanAge age) {
    const auto permille =
        static_cast<unsigned>(random.percent(70) ? random.between(3, 15) : random.between(20, 60));
    const Moment start = random.moment(-30min, kDayLength - 10min);
    const Moment length = random.moment(4min, 75min);
    return {age, {random.pick(kSmallPorts)}, permille, start, length};
}

/// One source runs over the whole telescope three times within six minutes.
void plantBurst(Scene& scene) {
    Random random = scene.stream("masscan-burst", 0);
    const Source source = scene.sources.take(random, Habitat::hosting);
    const MemberId member = openMasscan(scene, source, "1.0.3-1.3.2, burst");
    const ProbeMaker make = masscanSyn(source, random, window1024);
    for (const Moment start : {Moment(618min), Moment(620min), Moment(622min)}) {
        const auto visits = shuffledVisits(random, {start, 105s}, kTelescopeSize);
        scene.plantProbes(member, random, visits, 3389, make);
    }
}

} // namespace

void plantMasscan(Scene& scene) {
    plantBurst(scene);
    Random random = scene.stream("masscan", 0);
    for (const MasscanScan& scan : largeScans()) {
        plantScan(scene, random, scan);
    }
    for (std::size_t i = 0; i < kSmallScans; ++i) {
        plantScan(scene, random, smallScan(random, window1024));
    }
    for (std::size_t i = 0; i < kSmallNewScans; ++i) {
        plantScan(scene, random, smallScan(random, window1025));
    }
}

} // namespace sweepscope::sample
