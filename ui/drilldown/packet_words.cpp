// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/packet_words.h"

#include "format/display_text.h"

#include <QCoreApplication>

namespace sweepscope {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("packets", text);
}

QString targetWords(const PacketBehaviour& behaviour) {
    QString text;
    switch (behaviour.order) {
    case TargetOrder::tooFew:
        text = translated("%1 targets: too few steps to tell an order");
        break;
    case TargetOrder::ascending:
        text = translated("%1 targets in ascending order: one after another");
        break;
    case TargetOrder::descending:
        text = translated("%1 targets in descending order: one after another");
        break;
    case TargetOrder::unordered:
        text = translated("%1 targets in no order: drawn at random, or from a permutation");
        break;
    }
    text = text.arg(displayCount(behaviour.targets));
    return behaviour.repeated == 0
               ? text + translated("; none twice.")
               : text + translated("; %1 more than once.").arg(displayCount(behaviour.repeated));
}

QString gapWords(const PacketBehaviour& behaviour) {
    const auto text = [](double seconds) {
        return displayDuration(Duration::fromSeconds(seconds));
    };
    return translated("Between packets: median %1, from %2 to %3.")
        .arg(text(*behaviour.medianGap), text(*behaviour.shortestGap), text(*behaviour.longestGap));
}

QString ttlWords(const PacketBehaviour& behaviour) {
    return behaviour.ttls == 1 ? translated("One TTL: %1.").arg(behaviour.lowestTtl)
                               : translated("%1 TTLs from %2 to %3.")
                                     .arg(displayCount(behaviour.ttls))
                                     .arg(behaviour.lowestTtl)
                                     .arg(behaviour.highestTtl);
}

QString sourcePortWords(const PacketBehaviour& behaviour) {
    if (behaviour.sourcePorts == 1)
        return translated("One source port: %1.").arg(behaviour.lowestSourcePort);
    return translated("%1 source ports from %2 to %3.")
        .arg(displayCount(behaviour.sourcePorts))
        .arg(behaviour.lowestSourcePort)
        .arg(behaviour.highestSourcePort);
}

} // namespace

QStringList behaviourWords(const PacketBehaviour& behaviour) {
    QStringList words;
    if (behaviour.packets == 0)
        return words;
    words << targetWords(behaviour);
    if (behaviour.medianGap)
        words << gapWords(behaviour);
    words << ttlWords(behaviour);
    if (behaviour.sourcePorts > 0)
        words << sourcePortWords(behaviour);
    return words;
}

} // namespace sweepscope
