// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/scanner_facts.h"

#include "analysis/index_facts.h"
#include "format/display_text.h"
#include "format/display_zone.h"
#include "format/term_text.h"
#include "format/tr.h"
#include "statistics/coverage.h"
#include "statistics/inference.h"
#include "statistics/ongoing.h"
#include "tables/source_cells.h"

#include <QStringList>

#include <set>

namespace sweepscope {

namespace {

using Facts = std::vector<Fact>;

/// "23, 2323 telnet-alt, 80 and 12 more"
QString portsText(const std::vector<Scan>& scans, const Snapshot& snapshot) {
    std::set<std::pair<Protocol, std::uint16_t>> ports;
    for (const Scan& scan : scans) {
        for (const std::uint16_t port : portsOf(*snapshot.material.index, *snapshot.chains, scan))
            ports.emplace(protocolOf(scan.kind), port);
    }
    constexpr std::size_t kShown = 6;
    QStringList names;
    for (const auto& [protocol, port] : ports) {
        if (static_cast<std::size_t>(names.size()) == kShown)
            break;
        names << (protocol == Protocol::icmp
                      ? QStringLiteral("ICMP")
                      : QStringLiteral("%1/%2").arg(port).arg(fromCore(nameOf(protocol))));
    }
    QString text = names.join(QStringLiteral(", "));
    if (ports.size() > kShown)
        text += tr(" and %n more", nullptr, static_cast<int>(ports.size() - kShown));
    return text;
}

void addOrigin(const Snapshot& snapshot, SourceId source, Facts& facts) {
    const Network& network =
        snapshot.material.origins->networks[snapshot.view().networkOf(source).place];
    if (network.asNumber != 0)
        facts.emplace_back(tr("Network"),
            tr("AS%1 %2").arg(network.asNumber).arg(fromCore(network.name)).trimmed());
    const ScannerLabel* const label = labelOf(snapshot, source);
    if (label == nullptr)
        return;
    facts.emplace_back(tr("Known scanner"), fromCore(label->organisation));
    facts.emplace_back(tr("By the list"),
        label->asOf.empty() ? fromCore(label->list)
                            : tr("%1, of %2").arg(fromCore(label->list), fromCore(label->asOf)));
}

void addTimes(const TimeRange& time, Facts& facts) {
    facts.emplace_back(tr("First packet (%1)").arg(zoneName()), displayTime(time.first));
    facts.emplace_back(tr("Last packet (%1)").arg(zoneName()), displayTime(time.last));
}

/// What is uncertain about a scan: how much of the Internet it stands for, whether it was seen
/// whole, and whether it draws from the whole telescope.
void addUncertainty(const Snapshot& snapshot, const Scan& scan, Facts& facts) {
    const double addresses = snapshot.question.telescope.addresses;
    const Interval95 interval = wilsonInterval(scan.targets, addresses);
    facts.emplace_back(tr("Of the Internet, 95 %"),
        tr("%1 to %2").arg(displayShare(interval.low), displayShare(interval.high)));
    if (const auto corrected = correctedCoverage(
            scan.tool, scan.packets, scan.targets, snapshot.material.telescopePrefixes, addresses))
        facts.emplace_back(tr("Without its repeats"), displayShare(*corrected));
    const TimeRange& capture = snapshot.material.index->counts.range;
    const bool byBegin = isCutByBegin(scan.time, capture, snapshot.chains->expiry);
    const bool byEnd = isCutByEnd(scan.time, capture, snapshot.chains->expiry);
    if (byBegin || byEnd)
        facts.emplace_back(tr("May be cut by the capture's"),
            byBegin && byEnd ? tr("begin and end") : (byBegin ? tr("begin") : tr("end")));
    const IndexFacts* const about = snapshot.material.facts.get();
    const auto p =
        about == nullptr ? std::nullopt : localizedPValue(about->blocks, snapshot.view(), scan);
    if (p)
        facts.emplace_back(tr("Localized"), *p < kLocalizedBelow
                                                ? tr("yes, p %1").arg(*p, 0, 'g', 2)
                                                : tr("no, p %1").arg(displayNumber(*p)));
}

void addScans(const Snapshot& snapshot, const std::vector<Scan>& scans, Facts& facts) {
    const ScanView view = snapshot.view();
    std::uint64_t packets = 0;
    TimeRange time;
    const Scan* largest = &scans.front();
    for (const Scan& scan : scans) {
        packets += scan.packets;
        time.include(scan.time);
        if (scan.targets > largest->targets)
            largest = &scan;
    }
    facts.emplace_back(tr("Scans"), displayCount(scans.size()));
    facts.emplace_back(tr("Ports"), portsText(scans, snapshot));
    facts.emplace_back(tr("Packets"), displayCount(packets));
    facts.emplace_back(
        tr("Most targets in a scan"), tr("%1 · %2").arg(displayCount(largest->targets),
                                          displayShare(view.scale.coverage(largest->targets))));
    facts.emplace_back(tr("Its rate here / Internet-wide"),
        tr("%1 / %2 pps")
            .arg(displayNumber(ScanScale::rate(largest->packets, largest->time)),
                displayNumber(view.scale.internetRate(largest->packets, largest->time))));
    addUncertainty(snapshot, *largest, facts);
    addTimes(time, facts);
}

/// "syn-ack, 80/tcp http"
QString answersText(const Attack& attack) {
    const QString kind = fromCore(nameOf(attack.mainKind));
    return attack.mainPort == 0
               ? kind
               : tr("%1, %2").arg(kind, displayPort(protocolOf(attack.mainKind), attack.mainPort));
}

/// False where the source answers none.
bool addAttacks(const Snapshot& snapshot, SourceId source, Facts& facts) {
    if (snapshot.material.facts == nullptr)
        return false;
    std::uint64_t count = 0;
    std::uint64_t packets = 0;
    TimeRange time;
    const Attack* largest = nullptr; // they come by packets
    for (const Attack& attack : snapshot.material.facts->backscatter.attacks) {
        if (attack.victim != source)
            continue;
        largest = largest == nullptr ? &attack : largest;
        time.include(attack.time);
        packets += attack.packets;
        ++count;
    }
    if (largest == nullptr)
        return false;
    facts.emplace_back(tr("Attacks that it answers"), displayCount(count));
    facts.emplace_back(tr("Answers"), displayCount(packets));
    facts.emplace_back(tr("Most of the largest"), answersText(*largest));
    facts.emplace_back(tr("Targets of the largest"), displayCount(largest->targets));
    facts.emplace_back(tr("RSDoS rule, of the largest"), coreText(nameOf(largest->rule)));
    addTimes(time, facts);
    return true;
}

} // namespace

std::vector<Fact> scannerFacts(const Snapshot& snapshot, SourceId source) {
    Facts facts;
    addOrigin(snapshot, source, facts);
    const std::vector<Scan> scans = scansOf(snapshot, source);
    if (!scans.empty())
        addScans(snapshot, scans, facts);
    else if (!addAttacks(snapshot, source, facts))
        facts.emplace_back(tr("At these thresholds"), tr("no scan is left"));
    return facts;
}

} // namespace sweepscope
