// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/sensitivity_chart.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QLineSeries>

#include <algorithm>
#include <cmath>

namespace sweepscope {

SensitivityChart::SensitivityChart(QWidget* parent)
    : ChartWidget(parent)
    , m_value(makeAxis())
    , m_scans(makeAxis())
    , m_share(makeAxis()) {
    chart()->addAxis(m_value, Qt::AlignBottom);
    chart()->addAxis(m_scans, Qt::AlignLeft);
    chart()->addAxis(m_share, Qt::AlignRight);
    m_value->setGridLineVisible(false);
    m_share->setGridLineVisible(false);
    m_scans->setLineVisible(false);
    m_share->setLineVisible(false);
    setTicks(m_share, {{0, displayShare(0)}, {0.5, displayShare(0.5)}, {1, displayShare(1)}}, 0, 1);
    setMinimumHeight(240);
    restyle();
}

void SensitivityChart::setSweep(SnapshotPointer snapshot, const Sensitivity& sweep) {
    m_snapshot = std::move(snapshot);
    m_sweep = sweep;
    rebuild();
    emit legendChanged();
}

QString SensitivityChart::valueText(SweptThreshold threshold, double value) {
    switch (threshold) {
    case SweptThreshold::expiry:
        return displayDuration(Duration::fromSeconds(value));
    case SweptThreshold::large:
        return displayShare(value);
    case SweptThreshold::minTargets:
    case SweptThreshold::minRate:
        break;
    }
    return displayNumber(value);
}

void SensitivityChart::rebuild() {
    chart()->removeAllSeries();
    if (!m_sweep || m_sweep->points.empty())
        return;
    setAxes();
    addMark();
    addLine(
        theme().smallScan, [](const SensitivityPoint& p) { return p.probeShare; }, m_share);
    addLine(
        theme().quiet, [](const SensitivityPoint& p) { return p.topTenKept; }, m_share);
    addLine(
        theme().largeScan, [](const SensitivityPoint& p) { return static_cast<double>(p.scans); },
        m_scans);
    setAccessibleName(tr("Sensitivity"));
    setAccessibleDescription(description());
}

/// Values stand side by side at equal steps: their ratios matter and not their differences.
void SensitivityChart::setAxes() {
    const std::vector<SensitivityPoint>& points = m_sweep->points;
    std::uint64_t most = 1;
    for (const SensitivityPoint& point : points)
        most = std::max(most, point.scans);
    std::vector<Tick> ticks;
    for (const double value : countTicks(static_cast<double>(most), 4))
        ticks.push_back({value, displayNumber(value)});
    setTicks(m_scans, ticks, 0, ticks.back().value);
    constexpr double kLeast = 3; // steps that a zoom shows
    setAxis({0, std::max(1.0, static_cast<double>(points.size()) - 1)}, kLeast);
    const Extent& shown = zoom().shown();
    const auto step = static_cast<std::size_t>(std::max(1.0, std::ceil(shown.length() / 10)));
    std::vector<Tick> values;
    for (auto i = static_cast<std::size_t>(std::ceil(shown.from));
         static_cast<double>(i) <= shown.to && i < points.size(); i += step)
        values.push_back({static_cast<double>(i), valueText(m_sweep->threshold, points[i].value)});
    setTicks(m_value, values, shown.from, shown.to);
}

void SensitivityChart::addLine(
    const QColor& colour, double (*of)(const SensitivityPoint&), QCategoryAxis* axis) {
    auto* const line = new QLineSeries();
    for (std::size_t i = 0; i < m_sweep->points.size(); ++i)
        line->append(static_cast<double>(i), of(m_sweep->points[i]));
    line->setPen(QPen(colour, 2));
    chart()->addSeries(line);
    line->attachAxis(m_value);
    line->attachAxis(axis);
}

void SensitivityChart::addMark() {
    for (std::size_t i = 0; i < m_sweep->points.size(); ++i) {
        if (!m_sweep->points[i].isPresent)
            continue;
        auto* const mark = new QLineSeries();
        mark->append(static_cast<double>(i), 0);
        mark->append(static_cast<double>(i), 1);
        mark->setPen(QPen(theme().accent, 1, Qt::DashLine));
        chart()->addSeries(mark);
        mark->attachAxis(m_value);
        mark->attachAxis(m_share);
    }
}

/// About each step that was tried.
std::vector<QRectF> SensitivityChart::spots() const {
    std::vector<QRectF> spots;
    for (std::size_t i = 0; m_sweep && i < m_sweep->points.size(); ++i) {
        const double left = xOf(static_cast<double>(i) - 0.5);
        const QRectF spot(
            left, plotArea().top(), xOf(static_cast<double>(i) + 0.5) - left, plotArea().height());
        if (const QRectF shown = spot.intersected(plotArea()); shown.width() > 1)
            spots.push_back(shown);
    }
    return spots;
}

QString SensitivityChart::textAt(const QPointF& place) const {
    if (!m_sweep || m_sweep->points.empty() || !plotArea().contains(place))
        return {};
    const auto last = static_cast<double>(m_sweep->points.size()) - 1;
    const SensitivityPoint& point = m_sweep->points[static_cast<std::size_t>(
        std::clamp(std::round(valueAt(place.x())), 0.0, last))];
    return tr("%1: %2 scans, %3 of probes", nullptr, pluralOf(point.scans))
        .arg(valueText(m_sweep->threshold, point.value), displayCount(point.scans),
            displayShare(point.probeShare));
}

std::shared_ptr<const Table> SensitivityChart::numbers() const {
    return m_sweep ? sensitivityTable(m_snapshot, *m_sweep) : nullptr;
}

std::vector<LegendEntry> SensitivityChart::legendEntries() const {
    return {{tr("Scans"), theme().largeScan}, {tr("Probes in scans"), theme().smallScan},
        {tr("Top ten kept"), theme().quiet}, {tr("Present"), theme().accent}};
}

QString SensitivityChart::description() const {
    if (!m_sweep || m_sweep->points.empty())
        return tr("Nothing was swept yet");
    const SensitivityPoint& first = m_sweep->points.front();
    const SensitivityPoint& last = m_sweep->points.back();
    return tr("%1 scans at %2, %3 at %4")
        .arg(displayCount(first.scans), valueText(m_sweep->threshold, first.value),
            displayCount(last.scans), valueText(m_sweep->threshold, last.value));
}

std::unique_ptr<ChartWidget> SensitivityChart::copy() const {
    auto chart = std::make_unique<SensitivityChart>();
    chart->zoomLike(*this);
    if (m_sweep)
        chart->setSweep(m_snapshot, *m_sweep);
    return chart;
}

} // namespace sweepscope
