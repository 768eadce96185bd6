// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/populations.h"
#include "sample/scene.h"

#include <algorithm>
#include <span>
#include <vector>

namespace sweepscope::sample {
namespace {

constexpr std::size_t kGroupSize = 1024;

struct NmapScan {
    Kind kind;
    std::vector<std::uint16_t> ports;
    std::uint32_t first; // offset in the telescope
    std::size_t targets;
    bool repeatsUnanswered;
    Moment start;
    Moment length;
};

std::vector<NmapScan> scans() {
    using enum Kind;
    const std::vector<std::uint16_t> commonPorts = {
        21, 22, 23, 25, 53, 80, 110, 139, 143, 443, 445, 3389};
    return {
        {syn, {22}, 0, 1200, false, 260min, 25min},
        {syn, {80}, 0, 400, false, 480min, 12min},
        {syn, {443}, 1024, 256, true, 545min, 8min},
        {syn, {3306}, 2048, 128, true, 600min, 6min},
        {syn, commonPorts, 512, 64, false, 655min, 25min},
        {syn, {80, 443, 8080}, 3072, 128, true, 705min, 11min},
        {syn, {22}, 768, 128, true, 750min, 5min},
        {syn, {3389}, 1280, 256, false, 815min, 9min},
        {syn, {5432}, 256, 256, false, 870min, 4min},
        {syn, {22, 80, 443, 3306}, 3584, 64, true, 905min, 7min},
        {syn, {8080}, 2304, 256, false, 960min, 15min},
        {syn, {1433}, 3840, 128, true, 1345min, 6min},
        {fin, {139}, 1536, 128, false, 390min, 5min},
        {null, {111}, 1792, 128, false, 430min, 5min},
        {xmas, {135}, 2816, 128, false, 1085min, 5min},
    };
}

std::uint8_t flagsOf(Kind kind) {
    switch (kind) {
    case Kind::fin:
        return kFin;
    case Kind::null:
        return 0;
    case Kind::xmas:
        return kFin | kPsh | kUrg;
    default:
        return kSyn;
    }
}

const char* optionOf(Kind kind) {
    return kind == Kind::fin    ? "-sF"
           : kind == Kind::null ? "-sN"
           : kind == Kind::xmas ? "-sX"
                                : "-sS";
}

/// One port of one group of hosts in order of address; a second try follows about a second later.
void plantSweep(Scene& scene, MemberId member, Random& random, const NmapScan& scan,
    const NmapGroup& group, std::span<const Visit> visits, std::uint16_t port) {
    for (const Visit& visit : visits) {
        for (const unsigned attempt : {0U, 2U}) {
            if (attempt > 0 && !scan.repeatsUnanswered) {
                continue;
            }
            const Moment wait = attempt == 0 ? Moment(0) : random.moment(1000ms, 1020ms);
            const Probe probe = {visit.time + wait, visit.target, port};
            const Bytes packet = group.probe(random, probe, flagsOf(scan.kind), attempt);
            scene.plan.add(member, probe.time, probe.target, port, packet);
        }
    }
}

void plantScan(Scene& scene, std::uint64_t index, const NmapScan& scan) {
    Random random = scene.stream("nmap", index);
    const Source source = scene.sources.take(random, Habitat::hosting);
    const MemberId member =
        scene.open("nmap", "nmap", optionOf(scan.kind), source, scan.kind, "tcp");
    const std::size_t groups = (scan.targets + kGroupSize - 1) / kGroupSize;
    const Moment share = scan.length / static_cast<std::int64_t>(groups * scan.ports.size());
    Moment start = scan.start;
    for (std::size_t done = 0; done < scan.targets; done += kGroupSize) {
        const NmapGroup group(source, random);
        const std::size_t size = std::min(kGroupSize, scan.targets - done);
        for (const std::uint16_t port : scan.ports) {
            const auto first = static_cast<std::uint32_t>(kTelescopeFirst + scan.first + done);
            const auto visits = sequentialVisits(random, {start, share}, first, size);
            plantSweep(scene, member, random, scan, group, visits, port);
            start += share;
        }
    }
}

} // namespace

void plantNmap(Scene& scene) {
    std::uint64_t index = 0;
    for (const NmapScan& scan : scans()) {
        plantScan(scene, index++, scan);
    }
}

} // namespace sweepscope::sample
