// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/change_words.h"

#include "analysis/snapshot.h"
#include "format/display_text.h"
#include "format/term_text.h"
#include "format/tr.h"
#include "reference/services.h"

#include <cmath>

namespace sweepscope {

QString wordsOf(const Change& change) {
    const QString service = fromCore(serviceName(change.port.protocol, change.port.port));
    const QString port = displayPort(change.port.protocol, change.port.port);
    const QString name = service.isEmpty() ? port : QStringLiteral("%1 (%2)").arg(port, service);
    const QString words =
        tr("%1: %2 sources began to scan from %3 to %4, where %5 are usual", nullptr,
            pluralOf(change.arrivals))
            .arg(name, displayCount(change.arrivals), displayTime(change.time.first),
                displayTime(change.time.last), displayNumber(std::round(change.usual)));
    if (!change.isRise() || change.usual < 1)
        return words;
    const double factor = static_cast<double>(change.arrivals) / change.usual;
    return tr("%1, %2 times as many").arg(words, displayNumber(factor));
}

QStringList reasonsOf(const Campaign& campaign, const Snapshot& snapshot) {
    QStringList ports;
    for (const PortId port : campaign.ports)
        ports << displayPort(port.protocol, port.port);
    QStringList reasons = {tr("the same tool (%1)").arg(coreText(nameOf(campaign.tool))),
        tr("the same ports (%1)").arg(ports.join(QStringLiteral(", "))),
        tr("the same period (%1 to %2)")
            .arg(displayTime(campaign.time.first), displayTime(campaign.time.last))};
    if (campaign.areNeighbours)
        reasons << tr("neighbouring addresses (%1)").arg(fromCore(toText(campaign.prefix)));
    if (campaign.network.isKnown()) {
        const Network& network = snapshot.material.origins->networks[campaign.network.place];
        reasons
            << tr("the same network (AS%1 %2)").arg(network.asNumber).arg(fromCore(network.name));
    }
    if (campaign.work.isDivided())
        reasons << tr("targets divided among them (%1 of %2 asked twice, %3 by chance)")
                       .arg(displayCount(campaign.work.repeats()),
                           displayCount(campaign.work.asked),
                           displayNumber(std::round(campaign.work.expectedRepeats)));
    return reasons;
}

} // namespace sweepscope
