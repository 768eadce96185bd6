// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/packet_words.h"

#include "format/display_text.h"
#include "format/tr.h"

namespace sweepscope {

namespace {

QString targetWords(const PacketBehaviour& behaviour) {
    const int plural = pluralOf(behaviour.targets);
    QString text;
    switch (behaviour.order) {
    case TargetOrder::tooFew:
        text = tr("%1 targets: too few steps to tell an order", nullptr, plural);
        break;
    case TargetOrder::ascending:
        text = tr("%1 targets in ascending order: one after another", nullptr, plural);
        break;
    case TargetOrder::descending:
        text = tr("%1 targets in descending order: one after another", nullptr, plural);
        break;
    case TargetOrder::unordered:
        text =
            tr("%1 targets in no order: drawn at random, or from a permutation", nullptr, plural);
        break;
    }
    text = text.arg(displayCount(behaviour.targets));
    return behaviour.repeated == 0
               ? text + tr("; none twice.")
               : text + tr("; %1 more than once.").arg(displayCount(behaviour.repeated));
}

QString gapWords(const PacketBehaviour& behaviour) {
    const auto text = [](double seconds) {
        return displayDuration(Duration::fromSeconds(seconds));
    };
    return tr("Between packets: median %1, from %2 to %3.")
        .arg(text(*behaviour.medianGap), text(*behaviour.shortestGap), text(*behaviour.longestGap));
}

QString ttlWords(const PacketBehaviour& behaviour) {
    return behaviour.ttls == 1 ? tr("One TTL: %1.").arg(behaviour.lowestTtl)
                               : tr("%1 TTLs from %2 to %3.")
                                     .arg(displayCount(behaviour.ttls))
                                     .arg(behaviour.lowestTtl)
                                     .arg(behaviour.highestTtl);
}

QString sourcePortWords(const PacketBehaviour& behaviour) {
    if (behaviour.sourcePorts == 1)
        return tr("One source port: %1.").arg(behaviour.lowestSourcePort);
    return tr("%1 source ports from %2 to %3.")
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
