// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/term_text.h"

#include "format/display_text.h"
#include "format/tr.h"
#include "reference/services.h"

#include <cmath>

namespace sweepscope {

namespace {

QString networkName(std::uint32_t number, const SourceOrigins* origins) {
    if (number == 0)
        return tr("unknown network");
    QString as = QStringLiteral("AS%1").arg(number);
    if (origins == nullptr)
        return as;
    for (const Network& network : origins->networks) {
        if (network.asNumber == number)
            return (as + QLatin1Char(' ') + fromCore(network.name)).trimmed();
    }
    return as;
}

QString timeText(const TimeRange& time) {
    const QString first = displayTime(time.first);
    const QString last = displayTime(time.last);
    const bool isOneDay = first.left(10) == last.left(10);
    return tr("%1 to %2").arg(first, isOneDay ? last.mid(11) : last);
}

struct TextOf {
    Q_DECLARE_TR_FUNCTIONS(sweepscope::TextOf)

public:
    const SourceOrigins* origins;

    QString operator()(const PortTerm& term) const {
        if (term.protocol == Protocol::icmp)
            return QStringLiteral("ICMP");
        const QString protocol =
            term.protocol ? QLatin1Char('/') + fromCore(nameOf(*term.protocol)) : QString();
        return tr("port %1").arg(QString::number(term.port) + protocol);
    }

    QString operator()(CountryId country) const {
        return country.isKnown() ? coreText(nameOf(country)) : tr("unknown country");
    }

    QString operator()(NetworkTerm term) const { return networkName(term.asNumber, origins); }

    QString operator()(Tool tool) const {
        return tool == Tool::unknown ? tr("unknown tool") : fromCore(nameOf(tool));
    }

    QString operator()(ScanSize size) const {
        return size == ScanSize::large ? tr("large scans") : tr("small scans");
    }

    QString operator()(const CoverageTerm& term) const {
        return std::isinf(term.below)
                   ? tr("coverage from %1").arg(displayShare(term.from))
                   : tr("coverage %1 to %2").arg(displayShare(term.from), displayShare(term.below));
    }

    QString operator()(const Prefix& prefix) const {
        const bool isHost = prefix.length == (prefix.network.isV4() ? 32 : 128);
        return QString::fromStdString(isHost ? toText(prefix.network) : toText(prefix));
    }

    QString operator()(const TimeRange& time) const { return timeText(time); }
};

} // namespace

QString displayTerm(const Term& term, const SourceOrigins* origins) {
    return std::visit(TextOf{origins}, term);
}

QString displayPort(Protocol protocol, std::uint16_t port) {
    return protocol == Protocol::icmp
               ? QStringLiteral("ICMP")
               : QStringLiteral("%1/%2").arg(port).arg(fromCore(nameOf(protocol)));
}

} // namespace sweepscope
