// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/packets_chart.h"

#include "format/display_text.h"
#include "format/display_zone.h"
#include "style/theme.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QLineSeries>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace sweepscope {

namespace {

std::uint64_t sumOf(const PacketSeries::Interval& interval) {
    return std::accumulate(interval.begin(), interval.end(), std::uint64_t{0});
}

} // namespace

PacketsChart::PacketsChart(QWidget* parent)
    : ChartWidget(parent)
    , m_time(makeAxis())
    , m_packets(makeAxis()) {
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_packets, Qt::AlignLeft);
    m_time->setGridLineVisible(false);
    m_packets->setLineVisible(false);
    setMinimumHeight(160);
    restyle();
}

void PacketsChart::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    if (m_snapshot != nullptr) {
        const TimeGrid& grid = m_snapshot->grid;
        m_marks.setView({grid.begin, grid.beginOf(grid.count)}, portsInView(*m_snapshot));
    }
    rebuild();
    emit legendChanged();
}

void PacketsChart::setEvents(EventsPointer events) {
    m_marks.setEvents(std::move(events));
    viewport()->update();
}

void PacketsChart::drawForeground(QPainter* painter, const QRectF& rect) {
    if (m_snapshot != nullptr)
        m_marks.paint(*painter, plotArea());
    ChartWidget::drawForeground(painter, rect);
}

std::vector<Tool> PacketsChart::tools() const {
    std::vector<Tool> tools;
    if (m_snapshot == nullptr)
        return tools;
    // What has no name goes below, where it disturbs the others least.
    for (const Tool tool :
        {Tool::unknown, Tool::mixed, Tool::scapy, Tool::hping3, Tool::unicornscan, Tool::nmap,
            Tool::mirai, Tool::zmap, Tool::zmap41Like, Tool::masscan}) {
        const auto& counts = m_snapshot->tools;
        if (std::any_of(counts.begin(), counts.end(),
                [&](const ToolCount& count) { return count.tool == tool; }))
            tools.push_back(tool);
    }
    return tools;
}

void PacketsChart::rebuild() {
    chart()->removeAllSeries();
    if (m_snapshot == nullptr)
        return;
    setAxes();
    addAreas();
    setAccessibleName(tr("Packets over time"));
    setAccessibleDescription(description());
}

void PacketsChart::setAxes() {
    const TimeGrid& grid = m_snapshot->grid;
    std::uint64_t most = 0;
    for (const auto& interval : m_snapshot->packetsOverTime)
        most = std::max(most, sumOf(interval));
    std::vector<Tick> ticks;
    for (const double value : niceTicks(static_cast<double>(most), 4))
        ticks.push_back({value, displayShort(static_cast<std::uint64_t>(value))});
    setTicks(m_packets, ticks, 0, ticks.back().value);
    const TimeRange range{grid.begin, grid.beginOf(grid.count)};
    const int room = std::max(2, width() / 110);
    setTicks(m_time, timeTicks(range, room), 0, std::max(range.length().inSeconds(), 1e-6));
}

/// One area a tool, each upon the one below, with a step at each interval.
void PacketsChart::addAreas() {
    const auto& intervals = m_snapshot->packetsOverTime;
    const double step = m_snapshot->grid.step.inSeconds();
    std::vector<double> below(intervals.size(), 0);
    for (const Tool tool : tools()) {
        QList<QPointF> lower;
        QList<QPointF> upper;
        for (std::size_t i = 0; i < intervals.size(); ++i) {
            const double left = static_cast<double>(i) * step;
            const double top =
                below[i] + static_cast<double>(intervals[i][static_cast<std::size_t>(tool)]);
            lower << QPointF(left, below[i]) << QPointF(left + step, below[i]);
            upper << QPointF(left, top) << QPointF(left + step, top);
            below[i] = top;
        }
        auto* const upperLine = new QLineSeries();
        auto* const lowerLine = new QLineSeries();
        upperLine->replace(upper);
        lowerLine->replace(lower);
        auto* const area = new QAreaSeries(upperLine, lowerLine);
        upperLine->setParent(area);
        lowerLine->setParent(area);
        area->setBrush(theme().of(tool));
        area->setPen(Qt::NoPen);
        chart()->addSeries(area);
        area->attachAxis(m_time);
        area->attachAxis(m_packets);
    }
}

std::shared_ptr<const Table> PacketsChart::numbers() const {
    return m_snapshot == nullptr ? nullptr : packetSeriesTable(m_snapshot);
}

std::vector<LegendEntry> PacketsChart::legendEntries() const {
    std::vector<LegendEntry> entries;
    for (const Tool tool : tools())
        entries.insert(entries.begin(), {fromCore(nameOf(tool)), theme().of(tool)});
    return entries;
}

QString PacketsChart::description() const {
    if (m_snapshot == nullptr)
        return {};
    const auto& intervals = m_snapshot->packetsOverTime;
    const auto most = std::max_element(intervals.begin(), intervals.end(),
        [](const auto& a, const auto& b) { return sumOf(a) < sumOf(b); });
    if (most == intervals.end())
        return tr("No packets");
    const auto place = static_cast<std::size_t>(most - intervals.begin());
    return tr("%1 packets in scans; most in the interval from %2: %3", nullptr,
        pluralOf(m_snapshot->totals.scanPackets))
        .arg(displayCount(m_snapshot->totals.scanPackets),
            displayTime(m_snapshot->grid.beginOf(place)), displayCount(sumOf(*most)));
}

std::unique_ptr<ChartWidget> PacketsChart::copy() const {
    auto chart = std::make_unique<PacketsChart>();
    chart->resize(size());
    chart->m_marks = m_marks;
    chart->setSnapshot(m_snapshot);
    return chart;
}

QString PacketsChart::intervalText(std::size_t interval) const {
    const TimeGrid& grid = m_snapshot->grid;
    QString text =
        tr("%1 %2, %3")
            .arg(displayTime(grid.beginOf(interval)), zoneName(), displayDuration(grid.step));
    std::vector<Tool> topDown = tools();
    std::reverse(topDown.begin(), topDown.end());
    for (const Tool tool : topDown) {
        const std::uint64_t packets =
            m_snapshot->packetsOverTime[interval][static_cast<std::size_t>(tool)];
        if (packets != 0)
            text += QStringLiteral("\n%1: %2").arg(fromCore(nameOf(tool)), displayCount(packets));
    }
    return text;
}

/// The intervals that a drag touches; a click chooses none.
std::vector<Term> PacketsChart::termsIn(const QRectF& area) const {
    if (m_snapshot == nullptr || m_snapshot->grid.count == 0 || area.width() <= 0)
        return {};
    const TimeGrid& grid = m_snapshot->grid;
    const auto count = static_cast<double>(grid.count);
    const auto intervalAt = [&](double x) {
        const double share = (x - plotArea().left()) / plotArea().width();
        return static_cast<std::size_t>(std::clamp(share * count, 0.0, count - 1));
    };
    const std::size_t last = intervalAt(area.right());
    return {
        TimeRange{grid.beginOf(intervalAt(area.left())), grid.beginOf(last + 1) + Duration{-1}}};
}

void PacketsChart::mouseMoveEvent(QMouseEvent* event) {
    ChartWidget::mouseMoveEvent(event);
    if (m_snapshot == nullptr || m_snapshot->grid.count == 0 || !plotArea().contains(event->pos()))
        return QToolTip::hideText();
    const double share = (event->pos().x() - plotArea().left()) / plotArea().width();
    const auto count = static_cast<double>(m_snapshot->grid.count);
    const auto interval = static_cast<std::size_t>(std::clamp(share * count, 0.0, count - 1));
    QString text = m_marks.textAt(event->position(), plotArea());
    text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + intervalText(interval);
    QToolTip::showText(event->globalPosition().toPoint(), text, this);
}

void PacketsChart::resizeEvent(QResizeEvent* event) {
    ChartWidget::resizeEvent(event);
    if (m_snapshot != nullptr)
        setAxes(); // more room holds more times
}

} // namespace sweepscope
