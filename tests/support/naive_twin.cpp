// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/naive_twin.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace sweepscope::tests {

namespace {

using Group = std::vector<const RandomPacket*>;

/// (source, protocol or kind, port): by source, all ports of a protocol are one group.
std::map<std::tuple<Address, int, int>, Group> groupPackets(
    const std::vector<RandomPacket>& packets, Grouping by) {
    std::map<std::tuple<Address, int, int>, Group> groups;
    for (const RandomPacket& each : packets) {
        const BurstPacket& packet = each.packet;
        if (!isProbe(packet.kind))
            continue;
        if (by == Grouping::source)
            groups[{each.source(), static_cast<int>(protocolOf(packet.kind)), 0}].push_back(&each);
        else
            groups[{each.source(), static_cast<int>(packet.kind), packet.port}].push_back(&each);
    }
    return groups;
}

std::vector<Group> cutAtSilences(Group group, Duration expiry) {
    std::sort(group.begin(), group.end(), [](const RandomPacket* a, const RandomPacket* b) {
        return a->packet.time < b->packet.time;
    });
    std::vector<Group> pieces;
    for (const RandomPacket* packet : group) {
        const bool begins =
            pieces.empty() ||
            packet->packet.time.nanoseconds - pieces.back().back()->packet.time.nanoseconds >
                expiry.nanoseconds;
        if (begins)
            pieces.emplace_back();
        pieces.back().push_back(packet);
    }
    return pieces;
}

std::uint64_t countFitting(const Group& scan, Rule rule) {
    return static_cast<std::uint64_t>(std::count_if(scan.begin(), scan.end(),
        [&](const RandomPacket* each) { return each->packet.evidence.rules.has(rule); }));
}

struct Fit {
    Tool tool;
    std::uint64_t matched;
    std::uint64_t tested;
};

/// Equal neighbours: packets that repeat a value of an earlier one, where values
/// are few for so many targets.
template <typename ValueOf>
std::uint64_t countRepeats(const Group& scan, Rule rule, std::uint64_t targets, ValueOf valueOf) {
    std::set<std::uint32_t> values;
    std::uint64_t tested = 0;
    for (const RandomPacket* each : scan) {
        if (!each->packet.evidence.rules.has(rule))
            continue;
        values.insert(valueOf(each->packet));
        ++tested;
    }
    const auto most = static_cast<double>(std::min(targets, tested));
    const bool isFew = values.size() <= 1 || static_cast<double>(values.size()) <= 0.1 * most;
    return targets >= 2 && tested >= 2 && isFew ? tested - values.size() : 0;
}

std::vector<Fit> fitsOf(const Group& scan, std::uint64_t targets) {
    const BurstPacket& first = scan.front()->packet;
    if (first.isV6)
        return {{Tool::mirai, 0, 0}};
    if (protocolOf(first.kind) != Protocol::tcp)
        return {{Tool::zmap, countFitting(scan, Rule::zmapId), scan.size()}};
    const auto syn = static_cast<std::uint64_t>(std::count_if(scan.begin(), scan.end(),
        [](const RandomPacket* each) { return each->packet.kind == Kind::syn; }));
    const std::uint64_t window = countFitting(scan, Rule::windowCaptured);
    const std::uint64_t header = countFitting(scan, Rule::headerCaptured);
    const auto keys = [&](auto valueOf) {
        return countRepeats(scan, Rule::pairwiseTested, targets, valueOf);
    };
    return {
        {Tool::mirai, countFitting(scan, Rule::miraiSequence), syn},
        {Tool::zmap, countFitting(scan, Rule::zmapId), syn},
        {Tool::masscan, countFitting(scan, Rule::masscanRelation), syn},
        {Tool::nmap,
            countRepeats(scan, Rule::nmapWindow, targets,
                [](const BurstPacket& packet) { return packet.evidence.nmap.value; }),
            window},
        {Tool::unicornscan,
            std::max(
                keys([](const BurstPacket& packet) { return packet.evidence.unicornscan.value; }),
                keys([](const BurstPacket& packet) {
                    return packet.evidence.unicornscanPlain.value;
                })),
            syn},
        {Tool::hping3, countFitting(scan, Rule::hping3Fields), window},
        {Tool::scapy, countFitting(scan, Rule::scapyFields), window},
        {Tool::zmap41Like, countFitting(scan, Rule::zmap41Fields), header},
    };
}

Fit verdictOf(const Group& scan, std::uint64_t targets) {
    const std::vector<Fit> fits = fitsOf(scan, targets);
    for (const Fit& fit : fits) {
        const bool fitsNearlyAll =
            static_cast<double>(fit.matched) >= 0.9 * static_cast<double>(fit.tested);
        const bool isEnough = fit.tool == Tool::mirai ? fit.matched >= 2 : fit.tested >= 3;
        if (fitsNearlyAll && isEnough)
            return fit;
    }
    const auto isMixed = [](const Fit& fit) {
        return fit.matched >= 10 &&
               static_cast<double>(fit.matched) >= 0.05 * static_cast<double>(fit.tested);
    };
    Fit best = fits.front();
    for (const Fit& fit : fits) {
        const bool isBetter =
            isMixed(fit) == isMixed(best)
                ? std::pair(fit.matched, fit.tested) > std::pair(best.matched, best.tested)
                : isMixed(fit);
        if (isBetter)
            best = fit;
    }
    best.tool = isMixed(best) ? Tool::mixed : Tool::unknown;
    return best;
}

TwinScan describe(const Group& scan) {
    TwinScan result;
    std::set<std::uint16_t> ports;
    std::set<Address> targets;
    for (const RandomPacket* each : scan) {
        ports.insert(each->packet.port);
        targets.insert(each->target());
    }
    result.source = sweepscope::toText(scan.front()->source());
    Kind kind = scan.front()->packet.kind; // the least of those that came first together
    for (const RandomPacket* each : scan) {
        if (each->packet.time == scan.front()->packet.time)
            kind = std::min(kind, each->packet.kind);
    }
    result.kind = nameOf(kind);
    result.ports.assign(ports.begin(), ports.end());
    result.first = scan.front()->packet.time.nanoseconds;
    result.last = scan.back()->packet.time.nanoseconds;
    result.packets = scan.size();
    result.targets = targets.size();
    const Fit fit = verdictOf(scan, result.targets);
    result.tool = nameOf(fit.tool);
    result.matched = fit.matched;
    result.tested = fit.tested;
    return result;
}

bool passes(const TwinScan& scan, const Thresholds& thresholds, double telescopeAddresses) {
    const double least = thresholds.minTargets.isPercent
                             ? std::max(thresholds.minTargets.value / 100 * telescopeAddresses,
                                   static_cast<double>(thresholds.minTargets.floor))
                             : thresholds.minTargets.value;
    if (static_cast<double>(scan.targets) < least)
        return false;
    const double seconds = std::max(static_cast<double>(scan.last - scan.first) / 1e9, 1.0);
    double rate = static_cast<double>(scan.packets) / seconds;
    if (thresholds.rateScope == RateScope::internet)
        rate = rate * thresholds.internetSize / telescopeAddresses;
    return rate >= thresholds.minRate;
}

} // namespace

std::string toText(const TwinScan& scan) {
    return fmt::format("{} {} {} {}..{} packets {} targets {} {} {} {}/{}", scan.source, scan.kind,
        fmt::join(scan.ports, ","), scan.first, scan.last, scan.packets, scan.targets,
        scan.isLarge ? "large" : "small", scan.tool, scan.matched, scan.tested);
}

std::vector<TwinScan> naiveScans(const std::vector<RandomPacket>& packets,
    const Thresholds& thresholds, double telescopeAddresses) {
    std::vector<TwinScan> scans;
    for (const auto& [key, group] : groupPackets(packets, thresholds.by)) {
        for (const Group& piece : cutAtSilences(group, thresholds.expiry)) {
            TwinScan scan = describe(piece);
            if (!passes(scan, thresholds, telescopeAddresses))
                continue;
            scan.isLarge =
                static_cast<double>(scan.targets) / telescopeAddresses >= thresholds.largeCoverage;
            scans.push_back(scan);
        }
    }
    std::sort(scans.begin(), scans.end());
    return scans;
}

std::uint64_t naiveProbeTargets(const std::vector<RandomPacket>& packets) {
    std::set<Address> targets;
    for (const RandomPacket& each : packets) {
        if (isProbe(each.packet.kind))
            targets.insert(each.target());
    }
    return targets.size();
}

} // namespace sweepscope::tests
