// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/packet_scatter_chart.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QScatterSeries>

#include <algorithm>

namespace sweepscope {

namespace {

/// IPv4 addresses as they are; of IPv6 ones the last 52 bits, which a double holds.
double numberOf(const Address& address) {
    constexpr std::uint64_t kLastBits = (std::uint64_t{1} << 52) - 1;
    return address.isV4() ? address.v4().value : static_cast<double>(address.v6().low & kLastBits);
}

} // namespace

PacketScatterChart::PacketScatterChart(QWidget* parent)
    : ChartWidget(parent)
    , m_time(makeAxis())
    , m_values(makeAxis()) {
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_time->setGridLineVisible(false);
    m_values->setLineVisible(false);
    setFixedHeight(170);
    restyle();
}

void PacketScatterChart::setPackets(FoundPacketsPointer found, const QColor& colour) {
    m_found = std::move(found);
    m_colour = colour;
    rebuild();
}

void PacketScatterChart::setQuantity(Quantity quantity) {
    m_quantity = quantity;
    rebuild();
}

QList<QPointF> PacketScatterChart::points() const {
    QList<QPointF> points;
    if (m_found == nullptr || m_found->packets.empty())
        return points;
    const auto& packets = m_found->packets;
    const Timestamp begin = packets.front().time;
    double lowest = 0;
    if (m_quantity == Quantity::target)
        lowest = numberOf(std::min_element(
            packets.begin(), packets.end(), [](const PacketRecord& a, const PacketRecord& b) {
                return a.target < b.target;
            })->target);
    for (const PacketRecord& packet : packets) {
        const double value = m_quantity == Quantity::target ? numberOf(packet.target) - lowest
                             : m_quantity == Quantity::ttl  ? static_cast<double>(packet.ttl)
                                                           : static_cast<double>(packet.sourcePort);
        points << QPointF((packet.time - begin).inSeconds(), value);
    }
    return points;
}

void PacketScatterChart::rebuild() {
    chart()->removeAllSeries();
    const QList<QPointF> dots = points();
    if (dots.isEmpty())
        return;
    double most = 1;
    for (const QPointF& dot : dots)
        most = std::max(most, dot.y());
    auto* const series = new QScatterSeries();
    series->setMarkerSize(dots.size() > 1000 ? 3 : 4);
    series->setColor(m_colour);
    series->setBorderColor(Qt::transparent);
    series->replace(dots);
    chart()->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_values);
    std::vector<Tick> ticks;
    for (const double value : niceTicks(most, 4)) {
        const QString prefix = m_quantity == Quantity::target ? QStringLiteral("+") : QString();
        ticks.push_back({value, prefix + displayNumber(value)});
    }
    setTicks(m_values, ticks, 0, ticks.back().value);
    const TimeRange range{m_found->packets.front().time, m_found->packets.back().time};
    constexpr double kLeastShare = 1e-4; // that a zoom shows
    const double seconds = std::max(range.length().inSeconds(), 1e-6);
    setAxis({0, seconds}, kLeastShare * seconds);
    showZoom();
    setAccessibleName(tr("Packets over time"));
    setAccessibleDescription(description());
}

/// The dots stay as they are: there may be many.
void PacketScatterChart::showZoom() {
    if (m_found == nullptr || m_found->packets.empty())
        return;
    const Extent& shown = zoom().shown();
    const Timestamp begin = m_found->packets.front().time;
    const TimeRange range{
        begin + Duration::fromSeconds(shown.from), begin + Duration::fromSeconds(shown.to)};
    std::vector<Tick> ticks = timeTicks(range, std::max(2, width() / 110));
    for (Tick& tick : ticks)
        tick.value += shown.from;
    setTicks(m_time, ticks, shown.from, shown.to);
}

std::shared_ptr<const Table> PacketScatterChart::numbers() const {
    return m_found == nullptr ? nullptr : packetTable(m_found);
}

QString PacketScatterChart::description() const {
    return m_found == nullptr ? tr("No packets")
                              : tr("%1 packets", nullptr, pluralOf(m_found->packets.size()))
                                    .arg(displayCount(m_found->packets.size()));
}

std::unique_ptr<ChartWidget> PacketScatterChart::copy() const {
    auto chart = std::make_unique<PacketScatterChart>();
    chart->setMinimumHeight(0);
    chart->setMaximumHeight(QWIDGETSIZE_MAX);
    chart->m_quantity = m_quantity;
    chart->zoomLike(*this);
    chart->setPackets(m_found, m_colour);
    return chart;
}

} // namespace sweepscope
