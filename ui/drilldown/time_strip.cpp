// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/time_strip.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QPainter>

#include <algorithm>

namespace sweepscope {

namespace {
constexpr int kLine = 6;
constexpr int kMostLines = 8;
constexpr int kLabels = 16;
} // namespace

TimeStrip::TimeStrip(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("When it was at work"));
}

void TimeStrip::setScans(SnapshotPointer snapshot, std::vector<Scan> scans) {
    m_snapshot = std::move(snapshot);
    m_scans = std::move(scans);
    const auto lines = std::clamp(static_cast<int>(m_scans.size()), 1, kMostLines);
    setFixedHeight(lines * kLine + kLabels);
    update();
}

/// With more scans than lines, later ones share the last line.
void TimeStrip::paintEvent(QPaintEvent* /*event*/) {
    if (m_snapshot == nullptr)
        return;
    const BurstIndex& index = *m_snapshot->material.index;
    const TimeRange& range = index.counts.range;
    const double whole = std::max(range.length().inSeconds(), 1e-9);
    QPainter painter(this);
    const auto xOf = [&](Timestamp time) {
        return (time - range.first).inSeconds() / whole * (width() - 1);
    };
    const int bottom = height() - kLabels;
    painter.fillRect(QRect(0, bottom, width(), 1), theme().line);
    for (std::size_t i = 0; i < m_scans.size(); ++i) {
        const int top = std::min(static_cast<int>(i), kMostLines - 1) * kLine;
        const QColor colour = theme().of(m_scans[i].tool);
        for (const Burst* burst : burstsOf(index, *m_snapshot->chains, m_scans[i])) {
            const double left = xOf(burst->time.first);
            const double length = std::max(xOf(burst->time.last) - left, 2.0);
            painter.fillRect(QRectF(left, top + 1, length, kLine - 2), colour);
        }
    }
    painter.setFont(fontOf(metrics::kNote - 1));
    painter.setPen(theme().quiet);
    const QRect labels(0, bottom + 2, width(), kLabels - 2);
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignVCenter, displayTime(range.first));
    painter.drawText(labels, Qt::AlignRight | Qt::AlignVCenter, displayTime(range.last));
}

} // namespace sweepscope
