// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/port_sizes_chart.h"

#include "base/port_id.h"
#include "charts/baseline_marks.h"
#include "format/display_text.h"
#include "reference/services.h"
#include "style/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>

namespace sweepscope {

namespace {

// The axis runs from -1 to 1: bars begin at the gap for the port's name in the middle and may reach
// to kReach, which leaves room for the number at their end.
constexpr double kGap = 0.14;
constexpr double kReach = 0.88;
constexpr int kRowHeight = 34;
constexpr std::size_t kMostRows = 12;
constexpr double kScaleHeight = 20;

} // namespace

PortSizesChart::PortSizesChart(QWidget* parent)
    : ChartWidget(parent)
    , m_rows(new QBarCategoryAxis())
    , m_values(new QValueAxis()) {
    chart()->addAxis(m_rows, Qt::AlignLeft);
    chart()->addAxis(m_values, Qt::AlignBottom);
    m_rows->setVisible(false);
    m_values->setVisible(false);
    m_values->setRange(-1, 1);
    setMinimumHeight(220);
    restyle();
}

void PortSizesChart::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    m_current.reset();
    rebuild();
    emit legendChanged();
}

void PortSizesChart::setMeasure(Measure measure) {
    m_measure = measure;
    rebuild();
    emit legendChanged();
}

void PortSizesChart::setCurrent(std::optional<std::size_t> port) {
    m_current = port;
    viewport()->update();
}

std::size_t PortSizesChart::rowCount() const {
    if (m_snapshot == nullptr)
        return 0;
    const auto room = static_cast<std::size_t>(
        std::max(height() - withText(kScaleHeight), 0.0) / withText(kRowHeight));
    return std::min({std::max(room, std::size_t{3}), kMostRows, m_snapshot->ports.size()});
}

PortSizesChart::Side PortSizesChart::sideOf(ScanSize size) const {
    Side side;
    const Totals& totals = m_snapshot->totals;
    side.total = size == ScanSize::large ? totals.large : totals.small;
    for (std::size_t row = 0; row < rowCount(); ++row) {
        const PortCount& port = m_snapshot->ports[row];
        const auto scans = static_cast<double>(size == ScanSize::large ? port.large : port.small);
        const bool isShare = m_measure == Measure::share && side.total != 0;
        side.values.push_back(isShare ? 100 * scans / static_cast<double>(side.total) : scans);
    }
    const auto most = std::max_element(side.values.begin(), side.values.end());
    const double largest = most == side.values.end() ? 0 : *most;
    side.ticks = m_measure == Measure::share ? niceTicks(largest, 3) : countTicks(largest, 3);
    return side;
}

double PortSizesChart::barEnd(const Side& side, ScanSize size, double value) const {
    const double length = (kReach - kGap) * value / side.ticks.back();
    return size == ScanSize::large ? kGap + length : -kGap - length;
}

void PortSizesChart::rebuild() {
    chart()->setMargins(QMargins(0, qRound(withText(kScaleHeight)), 0, 0));
    chart()->removeAllSeries();
    if (m_snapshot == nullptr)
        return;
    m_small = sideOf(ScanSize::small);
    m_large = sideOf(ScanSize::large);
    QStringList names;
    for (std::size_t row = 0; row < rowCount(); ++row)
        names << QString::number(row);
    m_rows->setCategories(names);
    addBars(m_small, m_large);
    setAccessibleName(tr("Ports by scan size"));
    setAccessibleDescription(description());
    viewport()->update();
}

/// Each row is a stack of four: the gap and the bar, to either side. Categories count from the
/// bottom up, and the first port stands on top.
void PortSizesChart::addBars(const Side& small, const Side& large) {
    if (rowCount() == 0)
        return;
    auto* const series = new QHorizontalStackedBarSeries();
    const auto addSet = [&](const QColor& colour, const auto& valueOf) {
        auto* const set = new QBarSet(QString());
        for (std::size_t row = rowCount(); row > 0; --row)
            *set << valueOf(row - 1);
        set->setColor(colour);
        set->setBorderColor(Qt::transparent);
        series->append(set);
    };
    addSet(Qt::transparent, [](std::size_t) { return -kGap; });
    addSet(theme().smallScan,
        [&](std::size_t row) { return barEnd(small, ScanSize::small, small.values[row]) + kGap; });
    addSet(Qt::transparent, [](std::size_t) { return kGap; });
    addSet(theme().largeScan,
        [&](std::size_t row) { return barEnd(large, ScanSize::large, large.values[row]) - kGap; });
    series->setBarWidth(0.62);
    chart()->addSeries(series);
    series->attachAxis(m_rows);
    series->attachAxis(m_values);
}

QRectF PortSizesChart::rowRect(std::size_t row) const {
    const QRectF area = plotArea();
    const double height = area.height() / static_cast<double>(std::max(rowCount(), std::size_t{1}));
    return {area.left(), area.top() + height * static_cast<double>(row), area.width(), height};
}

std::optional<std::size_t> PortSizesChart::rowAt(const QPointF& position) const {
    for (std::size_t row = 0; row < rowCount(); ++row) {
        if (rowRect(row).contains(position))
            return row;
    }
    return std::nullopt;
}

QString PortSizesChart::valueText(double value) const {
    if (m_measure == Measure::count)
        return displayCount(static_cast<std::uint64_t>(value));
    return QLocale().toString(value, 'f', 1);
}

void PortSizesChart::drawBackground(QPainter* painter, const QRectF& rect) {
    ChartWidget::drawBackground(painter, rect);
    if (m_current && *m_current < rowCount()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().accentSoft);
        painter->drawRoundedRect(rowRect(*m_current), 4, 4);
    }
}

void PortSizesChart::drawForeground(QPainter* painter, const QRectF& rect) {
    ChartWidget::drawForeground(painter, rect);
    if (m_snapshot == nullptr || rowCount() == 0)
        return;
    drawScale(*painter, m_small, ScanSize::small);
    drawScale(*painter, m_large, ScanSize::large);
    for (std::size_t row = 0; row < rowCount(); ++row) {
        drawRow(*painter, row);
        drawGhost(*painter, row);
        drawBaselines(*painter, row);
    }
}

/// Where the bars of the same port ended before the last move of a threshold.
void PortSizesChart::drawGhost(QPainter& painter, std::size_t row) const {
    if (m_before == nullptr)
        return;
    const PortCount& port = m_snapshot->ports[row];
    const auto& ports = m_before->ports;
    const auto found = std::find_if(ports.begin(), ports.end(), [&](const PortCount& each) {
        return each.protocol == port.protocol && each.port == port.port;
    });
    const QRectF place = rowRect(row);
    painter.setPen(QPen(theme().quiet, 1.5, Qt::DashLine));
    const auto draw = [&](const Side& side, ScanSize size, std::uint64_t scans, std::uint64_t all) {
        const auto number = static_cast<double>(scans);
        const double value =
            m_measure == Measure::share
                ? 100 * number / static_cast<double>(std::max<std::uint64_t>(all, 1))
                : number;
        const double end = std::clamp(barEnd(side, size, value), -1.0, 1.0);
        const double x = place.center().x() + end * place.width() / 2;
        painter.drawLine(QPointF(x, place.top() + 3), QPointF(x, place.bottom() - 3));
    };
    const bool isThere = found != ports.end();
    draw(m_small, ScanSize::small, isThere ? found->small : 0, m_before->totals.small);
    draw(m_large, ScanSize::large, isThere ? found->large : 0, m_before->totals.large);
}

/// Studies' shares of small scans. Of large ones the only study counted its first 23 ports alone,
/// which is another metric and has no place here.
std::vector<Baseline> PortSizesChart::baselinesOf(std::size_t row) const {
    const bool canCompare =
        m_measure == Measure::share && m_snapshot->question.telescope.addresses >= kLeastTelescope;
    const PortCount& port = m_snapshot->ports[row];
    return canCompare ? baselinesFor(*m_snapshot, Metric::smallScanPortShare,
                            toText(PortId{port.protocol, port.port}))
                      : std::vector<Baseline>();
}

QPointF PortSizesChart::placeOf(const Baseline& baseline, std::size_t row) const {
    const QRectF place = rowRect(row);
    const double end = barEnd(m_small, ScanSize::small, 100 * baseline.value);
    return {place.center().x() + end * place.width() / 2, place.center().y()};
}

void PortSizesChart::drawBaselines(QPainter& painter, std::size_t row) const {
    for (const Baseline& each : baselinesOf(row)) {
        const QPointF place = placeOf(each, row);
        if (place.x() >= rowRect(row).left())
            paintBaseline(painter, place, each);
    }
}

/// Where a value so wide that should end at `end` ends without touching a mark.
double PortSizesChart::besideBaselines(std::size_t row, double end, double width) const {
    constexpr double kAround = 9; // half a mark and some air
    for (const Baseline& each : baselinesOf(row)) {
        const double mark = placeOf(each, row).x();
        if (mark > end - width - kAround && mark < end + kAround)
            end = mark - kAround;
    }
    return end;
}

void PortSizesChart::drawScale(QPainter& painter, const Side& side, ScanSize size) const {
    const QRectF area = plotArea();
    painter.setFont(fontOf(metrics::kNote));
    for (const double tick : side.ticks) {
        const double x = area.center().x() + barEnd(side, size, tick) * area.width() / 2;
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(theme().quiet);
        const QString text =
            m_measure == Measure::share ? QLocale().toString(tick) : displayNumber(tick);
        painter.drawText(
            QRectF(x - 40, area.top() - withText(kScaleHeight), 80, withText(kScaleHeight) - 4),
            Qt::AlignHCenter | Qt::AlignBottom, text);
    }
}

void PortSizesChart::drawRow(QPainter& painter, std::size_t row) const {
    const PortCount& port = m_snapshot->ports[row];
    const QRectF place = rowRect(row);
    const double middle = place.center().x();
    const double half = place.width() / 2;
    const QRectF name(middle - kGap * half, place.top(), 2 * kGap * half, place.height());
    painter.setPen(theme().text);
    painter.setFont(fontOf(metrics::kText, true));
    const QString number =
        port.protocol == Protocol::icmp
            ? QStringLiteral("ICMP")
            : QString::number(port.port) +
                  (port.protocol == Protocol::udp ? QStringLiteral(" udp") : QString());
    painter.drawText(
        name.adjusted(0, 0, 0, -name.height() / 2 + 2), Qt::AlignHCenter | Qt::AlignBottom, number);
    painter.setFont(fontOf(metrics::kNote - 1));
    painter.setPen(theme().quiet);
    const QString service = painter.fontMetrics().elidedText(
        fromCore(serviceName(port.protocol, port.port)), Qt::ElideRight, int(name.width()));
    painter.drawText(
        name.adjusted(0, name.height() / 2 + 1, 0, 0), Qt::AlignHCenter | Qt::AlignTop, service);
    painter.setFont(fontOf(metrics::kNote));
    painter.setPen(theme().text);
    const auto endOf = [&](const Side& side, ScanSize size) {
        return middle + barEnd(side, size, side.values[row]) * half;
    };
    const QString small = valueText(m_small.values[row]);
    const double smallEnd = besideBaselines(
        row, endOf(m_small, ScanSize::small) - 6, painter.fontMetrics().horizontalAdvance(small));
    painter.drawText(
        QRectF(0, place.top(), smallEnd, place.height()), Qt::AlignRight | Qt::AlignVCenter, small);
    painter.drawText(QRectF(endOf(m_large, ScanSize::large) + 6, place.top(), half, place.height()),
        Qt::AlignLeft | Qt::AlignVCenter, valueText(m_large.values[row]));
}

std::vector<QRectF> PortSizesChart::spots() const {
    std::vector<QRectF> spots;
    for (std::size_t row = 0; row < rowCount(); ++row)
        spots.push_back(rowRect(row));
    return spots;
}

QString PortSizesChart::textAt(const QPointF& place) const {
    const auto row = rowAt(place);
    if (!row)
        return {};
    const PortCount& port = m_snapshot->ports[*row];
    QString text =
        tr("%1/%2 %3\nsmall scans: %4, large: %5\npackets: %6, sources: %7")
            .arg(port.port)
            .arg(fromCore(nameOf(port.protocol)), fromCore(serviceName(port.protocol, port.port)),
                displayCount(port.small), displayCount(port.large), displayCount(port.packets),
                displayCount(port.sources));
    for (const Baseline& each : baselinesOf(*row))
        text += QLatin1Char('\n') + tr("Of small scans, %1").arg(baselineText(each));
    return text;
}

/// The ports of the rows that the area touches.
std::vector<Term> PortSizesChart::termsIn(const QRectF& area) const {
    std::vector<Term> terms;
    for (std::size_t row = 0; row < rowCount(); ++row) {
        const QRectF place = rowRect(row);
        const bool isTouched =
            area.height() > 0 ? place.intersects(area) : place.contains(area.topLeft());
        const PortCount& port = m_snapshot->ports[row];
        if (isTouched)
            terms.emplace_back(PortTerm{port.protocol, port.port});
    }
    return terms;
}

void PortSizesChart::resizeEvent(QResizeEvent* event) {
    const std::size_t before = m_small.values.size();
    ChartWidget::resizeEvent(event);
    if (m_snapshot != nullptr && rowCount() != before)
        rebuild();
}

std::shared_ptr<const Table> PortSizesChart::numbers() const {
    return m_snapshot == nullptr ? nullptr : portTable(m_snapshot);
}

std::vector<LegendEntry> PortSizesChart::legendEntries() const {
    if (m_snapshot == nullptr)
        return {};
    const bool isShare = m_measure == Measure::share;
    const QString small = isShare ? tr("small scans, % of %1") : tr("small scans, of %1");
    const QString large = isShare ? tr("large scans, % of %1") : tr("large scans, of %1");
    std::vector<LegendEntry> entries = {
        {small.arg(displayCount(m_snapshot->totals.small)), theme().smallScan},
        {large.arg(displayCount(m_snapshot->totals.large)), theme().largeScan}};
    for (std::size_t row = 0; row < rowCount(); ++row) {
        const std::vector<Baseline> baselines = baselinesOf(row);
        if (baselines.empty())
            continue;
        entries.push_back({tr("◇ %1, of its small scans; contaminated where dotted")
                               .arg(baselines.front().study.year),
            Qt::transparent});
        break;
    }
    return entries;
}

QString PortSizesChart::description() const {
    if (m_snapshot == nullptr || m_snapshot->ports.empty())
        return tr("No scans");
    const PortCount& first = m_snapshot->ports.front();
    return tr("%1 ports; the most scanned is %2/%3 with %4 small and %5 large scans", nullptr,
        pluralOf(m_snapshot->ports.size()))
        .arg(displayCount(m_snapshot->ports.size()))
        .arg(first.port)
        .arg(
            fromCore(nameOf(first.protocol)), displayCount(first.small), displayCount(first.large));
}

std::unique_ptr<ChartWidget> PortSizesChart::copy() const {
    auto chart = std::make_unique<PortSizesChart>();
    chart->m_measure = m_measure;
    chart->setSnapshot(m_snapshot);
    return chart;
}

} // namespace sweepscope
